package dev.leadkit.capture.text;

/** Some characters of ASCII, of which each is a bit. Immutable. */
public final class AsciiSet {
    private final long low;
    private final long high;

    private AsciiSet(long low, long high) {
        this.low = low;
        this.high = high;
    }

    /** @throws IllegalArgumentException if one is not of ASCII */
    public static AsciiSet of(String characters) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c >= 2 * Long.SIZE) {
                throw new IllegalArgumentException("only ASCII, was \"%s\"".formatted(characters));
            }
            low |= c < Long.SIZE ? 1L << c : 0;
            high |= c < Long.SIZE ? 0 : 1L << c;
        }
        return new AsciiSet(low, high);
    }

    /** @param c of ASCII */
    public boolean has(int c) {
        return ((c < Long.SIZE ? low : high) >>> c & 1) != 0;
    }
}
