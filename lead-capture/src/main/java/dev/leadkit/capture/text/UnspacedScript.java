package dev.leadkit.capture.text;

/** The scripts that write no blanks between words, or glue endings to words of other scripts: "邮箱jane@acme.com", "jane@acme.com입니다". */
public final class UnspacedScript {
    private static final char FIRST_THAI = '\u0e00';
    private static final char LAST_THAI = '\u0e7f';

    /** Behind it come those of East Asia, their marks included. */
    private static final char FIRST_EAST_ASIAN = '\u2e80';

    private UnspacedScript() {}

    public static boolean has(char letter) {
        return letter >= FIRST_THAI && letter <= LAST_THAI || letter >= FIRST_EAST_ASIAN && Character.isLetter(letter);
    }
}
