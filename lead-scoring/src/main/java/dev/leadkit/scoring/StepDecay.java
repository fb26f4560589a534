package dev.leadkit.scoring;

/**
 * Points of which less is left from each of some ages on, rounded to the nearest whole one, half ones up.
 *
 * @param after in microseconds, rising
 * @param keep thousandths of what there was at first, falling
 */
record StepDecay(long[] after, int[] keep) implements DecayCurve {
    @Override
    public int left(int full, long age) {
        int left = full;
        for (int step = 0; step < after.length && age >= after[step]; step++) {
            left = kept(full, step);
        }
        return left;
    }

    @Override
    public long dropsBelow(int left, int full) {
        for (int step = 0; step < after.length; step++) {
            if (kept(full, step) < left) {
                return after[step];
            }
        }
        return NEVER;
    }

    private int kept(int full, int step) {
        return (int) Numbers.round((long) full * keep[step]);
    }
}
