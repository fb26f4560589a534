package dev.leadkit.scoring.learn;

/** The fine bins of one column: what the model is fitted on, before neighbours are merged for the card. Immutable. */
sealed interface FineBins permits NumberBins, LevelBins {
    Column column();

    /** How many bins there are; those of a missing value and of rare values are always among them, empty or not. */
    int size();

    /** The bin of each row. */
    int[] codes();

    /** How many rows are in each bin. */
    default int[] counts() {
        var counts = new int[size()];
        for (int code : codes()) {
            counts[code]++;
        }
        return counts;
    }

    /** The bin of rows without a value. */
    int missing();

    /** How the bins hang together when a curve over them is fitted. */
    Block block();
}
