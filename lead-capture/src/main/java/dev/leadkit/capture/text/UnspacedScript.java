package dev.leadkit.capture.text;

/**
 * The scripts that write no blanks between words, or glue endings to words of other scripts: "邮箱jane@acme.com", "jane@acme.com입니다".
 */
public final class UnspacedScript {
    private static final char LAST_LATIN = '\u024f';
    private static final char FIRST_MARK = '\u0300';
    private static final char LAST_MARK = '\u036f';

    /** Vietnamese and other letters with two marks. */
    private static final char FIRST_LATIN_AGAIN = '\u1e00';

    private static final char LAST_LATIN_AGAIN = '\u1eff';

    private static final char FIRST_THAI = '\u0e00';
    private static final char LAST_LAO = '\u0eff';
    private static final char FIRST_BURMESE = '\u1000';
    private static final char LAST_BURMESE = '\u109f';
    private static final char FIRST_KHMER = '\u1780';
    private static final char LAST_KHMER = '\u17ff';

    /** Behind it come those of East Asia, their marks included. */
    private static final char FIRST_EAST_ASIAN = '\u2e80';

    private UnspacedScript() {}

    public static boolean has(char letter) {
        return letter >= FIRST_THAI
                && (letter <= LAST_LAO
                        || letter >= FIRST_BURMESE && letter <= LAST_BURMESE
                        || letter >= FIRST_KHMER && letter <= LAST_KHMER
                        || letter >= FIRST_EAST_ASIAN && Character.isLetter(letter));
    }

    /** Whether it is a letter, or a mark on one, of any script but the Latin one: "почтаjane@acme.com". */
    public static boolean isOther(char letter) {
        if (letter <= LAST_LATIN
                || letter >= FIRST_MARK && letter <= LAST_MARK
                || letter >= FIRST_LATIN_AGAIN && letter <= LAST_LATIN_AGAIN) {
            return false;
        }
        int type = Character.getType(letter);
        return Character.isLetter(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
