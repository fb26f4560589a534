package dev.leadkit.examples.cli;

import org.jspecify.annotations.Nullable;

/** Counts right and wrong answers to one question. Not safe to share. */
final class Tally {
    private int scored;
    private int found;
    private int falselyFound;
    private int missed;
    private int rightlyLeft;

    /**
     * The figures, with {@code precision} of what was found, {@code recall} of what was there, and their harmonic mean;
     * absent where nothing was found or there.
     *
     * @param scored the conversations of which the answer is known
     * @param positive those in which there was something
     */
    record Figures(
            int scored,
            int positive,
            int truePositives,
            int falsePositives,
            int falseNegatives,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double f1) {}

    /**
     * @param there whether there is something
     * @param given whether an answer was given
     * @param right whether it is the right one; a wrong one where there is something is both false and a miss
     */
    void add(boolean there, boolean given, boolean right) {
        scored++;
        if (there && right) {
            found++;
            return;
        }
        falselyFound += given ? 1 : 0;
        missed += there ? 1 : 0;
        rightlyLeft += !given && !there ? 1 : 0;
    }

    int positive() {
        return found + missed;
    }

    @Nullable
    Double f1() {
        return positive() == 0 ? null : share(2.0 * found, 2.0 * found + falselyFound + missed);
    }

    /** Of those in which there is nothing, how many were given an answer all the same; absent when there are none. */
    @Nullable
    Double falseAlarms() {
        int without = scored - positive();
        return share(without - rightlyLeft, without);
    }

    Figures figures() {
        return new Figures(
                scored,
                positive(),
                found,
                falselyFound,
                missed,
                share(found, found + falselyFound),
                share(found, positive()),
                f1());
    }

    private static @Nullable Double share(double part, double whole) {
        return whole == 0 ? null : ResultLines.fourDigits(part / whole);
    }
}
