package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.backtest.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How log-odds become a score of 0 to 100: a straight line, so that points still add. It runs through 70 and 40 where the
 * bands begin: at shares of the rows where a good end is rare, at probabilities where it is not.
 *
 * @param shift what log-odds of 0 become
 * @param perUnit points for 1 of log-odds
 * @param byRank whether the bands are shares; {@link BandsStand} says which they come to
 */
record Scale(double shift, double perUnit, boolean byRank) {
    static final int HOT = 70;
    static final int WARM = 40;

    private static final double[][] SHARES = {
        {0.1, 0.2},
        {0.1, 0.25},
        {0.1, 0.3},
        {0.08, 0.32},
        {0.05, 0.3},
        {0.05, 0.4},
        {0.05, 0.5},
        {0.02, 0.5},
        {0.01, 0.6}
    };
    private static final double[][] PROBABILITIES = {
        {0.7, 0.4}, {0.7, 0.3}, {0.75, 0.25}, {0.8, 0.2}, {0.85, 0.15}, {0.9, 0.1}
    };

    /** Bands by probability must hold this share of rows, else they are by rank. */
    private static final double LEAST_SHARE = 0.05;

    private static final double LOSS = 0.0003; // of AUC, by rounding and by the ends of the scale
    private static final double MOST_PER_UNIT = 40;
    private static final double LEAST_PER_UNIT = 2;

    static Scale choose(Bands bands, double[] sums, boolean[] won, Calibrator calibrator) {
        double[] sorted = sums.clone();
        Arrays.sort(sorted);
        double hotSum = calibrator.sumOf(0.7);
        double warmSum = calibrator.sumOf(0.4);
        boolean reached = shareFrom(sorted, hotSum) >= LEAST_SHARE
                && shareFrom(sorted, warmSum) - shareFrom(sorted, hotSum) >= LEAST_SHARE;
        boolean byRank = bands == Bands.BY_RANK || bands == Bands.BY_RANK_IF_RARE && !reached;
        List<Scale> scales = new ArrayList<>();
        if (!byRank) {
            for (double[] its : PROBABILITIES) {
                scales.add(through(calibrator.sumOf(its[0]), calibrator.sumOf(its[1]), false));
            }
        }
        if (bands != Bands.BY_PROBABILITY) {
            for (double[] its : SHARES) {
                double hot = quantile(sorted, 1 - its[0]);
                scales.add(through(hot, quantile(sorted, 1 - its[0] - its[1]), true));
            }
        }
        return leastLossy(scales, sums, won);
    }

    /** The first that loses hardly anything; else the one that loses least. */
    private static Scale leastLossy(List<Scale> scales, double[] sums, boolean[] won) {
        double exact = Quality.auc(won, sums);
        double least = Double.POSITIVE_INFINITY;
        Scale best = scales.get(0);
        for (Scale scale : scales) {
            double loss = exact - Quality.auc(won, scale.scores(sums));
            if (loss <= LOSS) {
                return scale;
            }
            if (loss < least) {
                least = loss;
                best = scale;
            }
        }
        return best;
    }

    private static Scale through(double hotSum, double warmSum, boolean byRank) {
        double perUnit = (HOT - WARM) / Math.max(1e-9, hotSum - warmSum);
        perUnit = Math.max(LEAST_PER_UNIT, Math.min(MOST_PER_UNIT, perUnit));
        return new Scale(HOT - perUnit * hotSum, perUnit, byRank);
    }

    private static double shareFrom(double[] sorted, double sum) {
        int at = Arrays.binarySearch(sorted, sum);
        return 1 - (double) (at < 0 ? -at - 1 : at) / sorted.length;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, Math.min(sorted.length - 1, (int) Math.round(share * sorted.length)))];
    }

    private double[] scores(double[] sums) {
        return Arrays.stream(sums)
                .map(sum -> Math.max(0, Math.min(100, Math.rint(shift + perUnit * sum))))
                .toArray();
    }
}
