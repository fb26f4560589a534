package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.AsciiText;

/** Digits in bold or another style, of which each takes two characters, as plain ones in the same places: "𝟰𝟭𝟱-𝟴𝟲𝟯-𝟮𝟮𝟬𝟬". */
final class StyledDigits {
    /** The first half of each. */
    private static final char FIRST_HALF = '\ud835';

    /** In place of the second half: stands in gaps and takes no room. */
    private static final char FILLER = '\u2060';

    private StyledDigits() {}

    /** The same turn where it has none. */
    static Turn plain(Turn turn) {
        String text = turn.text();
        if (turn.ascii() != AsciiText.NONE || text.indexOf(FIRST_HALF) < 0) {
            return turn;
        }
        char[] plain = text.toCharArray();
        for (int i = 0; i + 1 < plain.length; i++) {
            int digit = plain[i] == FIRST_HALF ? Character.digit(text.codePointAt(i), 10) : -1;
            if (digit >= 0) {
                plain[i] = (char) ('0' + digit);
                plain[i + 1] = FILLER;
            }
        }
        return new Turn(new String(plain), turn.asked(), turn.region());
    }
}
