package dev.leadkit.capture.text;

/**
 * Tells of most words that they are none of a few, by one bit of their hash: a Bloom filter with one hash function (Bloom, 1970). Small
 * enough to stay in the fastest memory. Immutable once it is filled.
 */
final class WordSieve {
    /** Bits for each word, so that it lets through no more than one in so many others. */
    private static final int SPARSE = 16;

    private final long[] bits;
    private final int shift;

    WordSieve(int words) {
        int size = Math.max(Long.SIZE, Integer.highestOneBit(Math.max(1, words)) * 2 * SPARSE);
        bits = new long[size / Long.SIZE];
        shift = Integer.SIZE - Integer.numberOfTrailingZeros(size);
    }

    void add(int hash) {
        int bit = hash >>> shift;
        bits[bit / Long.SIZE] |= 1L << bit; // by its last six bits
    }

    boolean letsThrough(int hash) {
        int bit = hash >>> shift;
        return (bits[bit >>> 6] & 1L << bit) != 0;
    }
}
