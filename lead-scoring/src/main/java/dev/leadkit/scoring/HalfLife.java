package dev.leadkit.scoring;

/**
 * Points that halve in each so many microseconds, rounded toward zero.
 *
 * @param time in microseconds
 */
record HalfLife(long time) implements DecayCurve {
    /** log₂ n in two parts, the whole and the rest, so that the logarithm of 20/10 is exactly 1. */
    private static final int[] LOG_WHOLE = new int[Factor.MAX_POINTS + 1];

    private static final double[] LOG_REST = new double[Factor.MAX_POINTS + 1];

    static {
        for (int n = 1; n <= Factor.MAX_POINTS; n++) {
            LOG_WHOLE[n] = Math.getExponent((double) n);
            // StrictMath: the same replay on another machine gives the same instants.
            LOG_REST[n] = StrictMath.log(Math.scalb((double) n, -LOG_WHOLE[n])) / StrictMath.log(2);
        }
    }

    @Override
    public int left(int full, long age) {
        int left = (int) (full * Math.pow(2, -(double) age / time)); // near enough to be put right in a step or two
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
        double halvings = (LOG_WHOLE[full] - LOG_WHOLE[left]) + (LOG_REST[full] - LOG_REST[left]);
        return (long) Math.floor(halvings * time) + 1;
    }
}
