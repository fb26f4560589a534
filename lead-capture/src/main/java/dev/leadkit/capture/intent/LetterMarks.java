package dev.leadkit.capture.intent;

import java.text.Normalizer;

/** The marks of Latin letters, which many leave out: "cotización" is written "cotizacion", "báo giá" "bao gia". */
final class LetterMarks {
    /** Behind it come the letters of other scripts, whose marks are letters of their own. */
    private static final char LAST_LATIN = '\u024f';

    private static final char FIRST_LATIN_AGAIN = '\u1e00';
    private static final char LAST_LATIN_AGAIN = '\u1eff';

    private LetterMarks() {}

    /** @return the text itself where it has none, or a letter of another script */
    static String without(String text) {
        if (!text.chars().allMatch(LetterMarks::isLatin)) {
            return text;
        }
        var letters = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> letters.append((char) c));
        return letters.toString().replace('đ', 'd').replace('ł', 'l').replace('ø', 'o');
    }

    private static boolean isLatin(int letter) {
        return letter <= LAST_LATIN || letter >= FIRST_LATIN_AGAIN && letter <= LAST_LATIN_AGAIN;
    }
}
