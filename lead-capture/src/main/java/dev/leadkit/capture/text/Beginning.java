package dev.leadkit.capture.text;

/** The beginning of a text of which no more is read. */
public final class Beginning {
    /** The most characters of a message that are analysed; the rest is stored and left alone. */
    public static final int ANALYSED = 64 * 1024;

    private Beginning() {}

    /**
     * The text, or no more than so many {@code char}s of it, one fewer where that would cut a character in half.
     *
     * @param most 1 or more
     */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
