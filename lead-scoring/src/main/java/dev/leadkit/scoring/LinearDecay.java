package dev.leadkit.scoring;

/**
 * Points that fall evenly to nothing, rounded to the nearest whole one, half ones up.
 *
 * @param time in microseconds
 */
record LinearDecay(long time) implements DecayCurve {
    @Override
    public int left(int full, long age) {
        return age >= time ? 0 : (int) ((2 * full * (time - age) + time) / (2 * time));
    }

    @Override
    public long dropsBelow(int left, int full) {
        return Math.floorDiv(time * (2 * (full - left) + 1), 2 * full) + 1;
    }
}
