package dev.leadkit.scoring;

/**
 * Points that halve in each so many microseconds, rounded to the nearest whole one, half ones up.
 *
 * @param time in microseconds
 */
record HalfLife(long time) implements DecayCurve {
    /** Points in halves, as points are rounded in between. */
    private static final int MOST_HALVES = 2 * Factor.MAX_POINTS;

    /** log₂ n in two parts, the whole and the rest, so that the logarithm of 20/10 is exactly 1. */
    private static final int[] LOG_WHOLE = new int[MOST_HALVES + 1];

    private static final double[] LOG_REST = new double[MOST_HALVES + 1];

    static {
        for (int n = 1; n <= MOST_HALVES; n++) {
            LOG_WHOLE[n] = Math.getExponent((double) n);
            // StrictMath: the same replay on another machine gives the same instants.
            LOG_REST[n] = StrictMath.log(Math.scalb((double) n, -LOG_WHOLE[n])) / StrictMath.log(2);
        }
    }

    @Override
    public int left(int full, long age) {
        int left =
                (int) (full * Math.pow(2, -(double) age / time) + 0.5); // near enough to be put right in a step or two
        while (left < full && age < dropsBelow(left + 1, full)) {
            left++;
        }
        while (left > 0 && age >= dropsBelow(left, full)) {
            left--;
        }
        return left;
    }

    @Override
    public long dropsBelow(int left, int full) {
        int from = 2 * full;
        int to = 2 * left - 1;
        double halvings = (LOG_WHOLE[from] - LOG_WHOLE[to]) + (LOG_REST[from] - LOG_REST[to]);
        return (long) Math.floor(halvings * time) + 1;
    }
}
