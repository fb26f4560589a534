package dev.leadkit.scoring;

/**
 * Points of which less is left from each of some ages on, rounded toward zero.
 *
 * @param after in microseconds, rising
 * @param keep thousandths of what there was at first, falling
 */
record StepDecay(long[] after, int[] keep) implements DecayCurve {
    @Override
    public int left(int full, long age) {
        int left = full;
        for (int step = 0; step < after.length && age >= after[step]; step++) {
            left = full * keep[step] / Numbers.UNIT;
        }
        return left;
    }

    @Override
    public long dropsBelow(int left, int full) {
        for (int step = 0; step < after.length; step++) {
            if (full * keep[step] / Numbers.UNIT < left) {
                return after[step];
            }
        }
        return NEVER;
    }
}
