package dev.leadkit.scoring.backtest;

/**
 * What would have happened had only scores from a limit on been followed up.
 *
 * @param from the limit, at which a band begins
 * @param followedWon rows from the limit on that ended well
 * @param followedLost rows from the limit on that ended badly
 * @param passedWon rows below it that ended well
 * @param passedLost rows below it that ended badly
 */
public record Confusion(String band, int from, long followedWon, long followedLost, long passedWon, long passedLost) {
    /** The share of those followed up that ended well; NaN for none. */
    public double precision() {
        return (double) followedWon / (followedWon + followedLost);
    }

    /** The share of the good ends that were followed up; NaN for none. */
    public double recall() {
        return (double) followedWon / (followedWon + passedWon);
    }
}
