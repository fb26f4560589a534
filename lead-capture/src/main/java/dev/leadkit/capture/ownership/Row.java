package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The first of several values in a row: what is said of it is said of those behind it too.
 *
 * <p>In "bob@acme.com, tom@acme.com and ann@acme.com" and "bob@acme.com, tel. 212 555 0142" it is Bob's address. None in "Bob has
 * bob@acme.com, I have ann@acme.com", nor across lines and sentences.
 *
 * @param joined whether "and" or "or" stands before the last, not only a comma
 * @param labelled whether a word before it says what it is
 */
record Row(int start, int end, boolean joined, boolean labelled) {
    /** Not "but", behind which something else is said. */
    private static final WordSet AND = WordSet.listed("and or & und oder y et ou och eller og");

    private static final int MOST = 8;
    private static final int LONGEST_VALUE = 80;
    private static final int SHORTEST_NUMBER = 7;

    /** The row that a value ends, which starts at a place; null if it stands alone. */
    static @Nullable Row endingBefore(Reply reply, int start) {
        Row row = null;
        int at = start;
        for (int i = 0; i < MOST; i++) {
            Row before = before(reply, at);
            if (before == null) {
                break;
            }
            row = row == null ? before : new Row(before.start, before.end, row.joined, row.labelled || before.labelled);
            at = before.start;
        }
        return row;
    }

    private static @Nullable Row before(Reply reply, int start) {
        Words words = reply.words();
        int behind = words.firstFrom(start);
        int last = behind - 1;
        boolean joined = false;
        boolean labelled = false;
        while (last >= 0 && !WordsBefore.isPartOfValue(words, last)) {
            WordRole role = WordRole.of(words, last);
            boolean and = AND.has(words, last);
            joined |= and;
            boolean label = role == WordRole.LABEL || role == WordRole.REACH_OR_LABEL;
            labelled |= label;
            if (!label && !and || behind - last > 2) {
                return null;
            }
            last--;
        }
        if (last < 0
                || words.end(last) > start // it begins within a word
                || last + 1 < words.count() && endsLine(words, last + 1, behind)) {
            return null;
        }
        int from = valueStart(reply.text(), words.end(last));
        return from < 0 ? null : new Row(from, words.end(last), joined, labelled);
    }

    /** Whether a line or a sentence ends between a value and the one behind it. */
    private static boolean endsLine(Words words, int from, int to) {
        for (int i = from; i <= Math.min(to, words.count() - 1); i++) {
            if (words.gap(i) == '\n' || i == from && Words.isSentenceEnd(words.gap(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where an address or a number begins that ends at a place; -1 if it is too short for one. */
    private static int valueStart(String text, int end) {
        int lowest = Math.max(0, end - LONGEST_VALUE);
        int at = end;
        boolean address = false;
        while (at > lowest && isOfAddress(text.charAt(at - 1))) {
            at--;
            address |= text.charAt(at) == '@';
        }
        if (address) {
            return at;
        }
        at = end;
        int first = end;
        int digits = 0;
        while (at > lowest && isOfNumber(text.charAt(at - 1))) {
            at--;
            boolean digit = Character.isDigit(text.charAt(at));
            digits += digit ? 1 : 0;
            first = digit || text.charAt(at) == '+' || text.charAt(at) == '(' ? at : first;
        }
        return digits < SHORTEST_NUMBER ? -1 : first;
    }

    private static boolean isOfAddress(char c) {
        return Character.isLetterOrDigit(c) || "@.-_+'".indexOf(c) >= 0;
    }

    private static boolean isOfNumber(char c) {
        return Character.isDigit(c) || " -.()+".indexOf(c) >= 0;
    }
}
