package dev.leadkit.scoring;

/**
 * Points that fall evenly to nothing, rounded toward zero.
 *
 * @param time in microseconds
 */
record LinearDecay(long time) implements DecayCurve {
    @Override
    public int left(int full, long age) {
        return age >= time ? 0 : (int) (full * (time - age) / time);
    }

    @Override
    public long dropsBelow(int left, int full) {
        return Math.floorDiv(time * (full - left), full) + 1;
    }
}
