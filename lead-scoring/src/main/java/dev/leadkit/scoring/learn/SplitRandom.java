package dev.leadkit.scoring.learn;

/** Numbers by chance that are the same for the same seed, on every machine and in every thread. Not safe to share. */
final class SplitRandom {
    private long state;

    SplitRandom(long seed) {
        state = seed;
    }

    /** 0 to {@code bound} exclusive. */
    int below(int bound) {
        return (int) Math.floorMod(next() >>> 1, (long) bound);
    }

    long belowLong(long bound) {
        return Math.floorMod(next() >>> 1, bound);
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    void shuffle(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
    }
}
