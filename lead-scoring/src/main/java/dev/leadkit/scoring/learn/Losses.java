package dev.leadkit.scoring.learn;

import java.util.Arrays;

/** Log losses row by row, so that two models can be compared on the same rows. */
final class Losses {
    private Losses() {}

    static double[] of(boolean[] won, double[] sums) {
        var losses = new double[won.length];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = Logistic.loss(won[row], sums[row]);
        }
        return losses;
    }

    /** Those of the share of good ends alone. */
    static double[] ofBaseRate(boolean[] won) {
        int positives = 0;
        for (boolean end : won) {
            positives += end ? 1 : 0;
        }
        double logOdds = Logistic.logOdds((double) positives / won.length);
        var sums = new double[won.length];
        Arrays.fill(sums, logOdds);
        return of(won, sums);
    }

    /** What the second loses less than the first. */
    static double[] gains(double[] before, double[] after) {
        var gains = new double[before.length];
        for (int row = 0; row < gains.length; row++) {
            gains[row] = before[row] - after[row];
        }
        return gains;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of the mean. */
    static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length / values.length);
    }
}
