package dev.leadkit.scoring;

/**
 * What is left of a factor's points after a time, in whole points rounded toward zero, and when that changes.
 *
 * <p>Both answers come from one function, the age at which points drop under a number. So the instant announced is
 * always the first at which the points differ, whatever floating point does to the last digit.
 */
final class HalfLife {
    /** An age that is never reached. */
    static final long NEVER = Long.MAX_VALUE;

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

    private HalfLife() {}

    /**
     * @param points −100 to 100
     * @param halfLife in microseconds
     * @param age in microseconds; the points are whole up to age 0
     */
    static int left(int points, long halfLife, long age) {
        int full = Math.abs(points);
        if (age <= 0 || full == 0) {
            return points;
        }
        int left = (int) (full * Math.pow(2, -(double) age / halfLife)); // near enough to be put right in a step or two
        while (left < full && age < dropsBelow(left + 1, full, halfLife)) {
            left++;
        }
        while (left > 0 && age >= dropsBelow(left, full, halfLife)) {
            left--;
        }
        return points < 0 ? -left : left;
    }

    /** The age at which what is left of the points next changes; {@link #NEVER} once nothing is left. */
    static long nextChange(int points, int left, long halfLife) {
        return left == 0 ? NEVER : dropsBelow(Math.abs(left), Math.abs(points), halfLife);
    }

    private static long dropsBelow(int left, int full, long halfLife) {
        double halvings = (LOG_WHOLE[full] - LOG_WHOLE[left]) + (LOG_REST[full] - LOG_REST[left]);
        return (long) Math.floor(halvings * halfLife) + 1;
    }
}
