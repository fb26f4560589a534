package dev.leadkit.capture.text;

/** The hash code of a word in lower case, made of eight characters of ASCII at a time. */
final class WordHash {
    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

    private WordHash() {}

    /** Of a word that has no more than these characters, behind which all is 0. */
    static int of(long characters) {
        return end(and(0, characters));
    }

    /** What a word of up to {@code hash} comes to with eight more characters, or its last ones. */
    static long and(long hash, long characters) {
        return (hash ^ characters) * MIX;
    }

    static int end(long hash) {
        return (int) (hash >>> Integer.SIZE);
    }

    static int of(String word) {
        long hash = 0;
        long characters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 128) {
                return word.hashCode();
            }
            characters |= (long) c << AsciiText.STEP * i; // by the last six bits
            if (i % AsciiText.STEP == AsciiText.STEP - 1 || i == word.length() - 1) {
                hash = and(hash, characters);
                characters = 0;
            }
        }
        return end(hash);
    }
}
