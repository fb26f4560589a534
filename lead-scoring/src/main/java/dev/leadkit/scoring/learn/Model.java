package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fitted model over fine bins, and what cross-validation said about it.
 *
 * @param curves of the columns, then of the pairs
 * @param leftOutSums the log-odds of each row, by a model that had not seen it
 */
record Model(
        double intercept,
        double[][] curves,
        List<Pair> pairs,
        double[] leftOutSums,
        double strength,
        List<StrengthTried> strengths,
        List<PairsTried> pairsTried) {

    private static final double[] FACTORS = {1, 0.5, 2, 4, 8, 16, 32};
    private static final int[] PAIR_COUNTS = {1, 3, 6};
    private static final int FOLDS = 5;
    private static final double PAYS = 1.5; // standard errors that pairs must gain
    private static final double PAYS_MORE = 0.5; // and those that more pairs must gain over fewer

    /** Learns a model; the same for the same rows and seed. */
    static Model learn(List<FineBins> columns, boolean[] won, int mostPairs, long seed) {
        List<Block> blocks =
                new ArrayList<>(columns.stream().map(FineBins::block).toList());
        int[] all = IntStream.range(0, won.length).toArray();
        AdditiveFit main = AdditiveFit.learn(blocks, new AdditiveFit.Rows(all, won, null));
        var folds = new Folds(won, FOLDS, seed);

        List<StrengthTried> strengths = new ArrayList<>();
        AdditiveFit[] best = {};
        double bestLoss = Double.POSITIVE_INFINITY;
        double factor = 1;
        for (double tried : FACTORS) {
            var fits = new AdditiveFit[FOLDS];
            for (int fold = 0; fold < FOLDS; fold++) {
                fits[fold] = main.refit(new AdditiveFit.Rows(folds.without(fold), won, null), tried);
            }
            double loss = mean(losses(won, leftOut(fits, folds, won.length)));
            strengths.add(new StrengthTried(tried, loss));
            if (loss < bestLoss) {
                bestLoss = loss;
                best = fits;
                factor = tried;
            } else if (tried > 1) {
                break; // it only gets worse from here
            }
        }
        var search = new PairSearch(columns, won, folds, best);
        List<PairsTried> pairsTried = new ArrayList<>();
        double[] sums = leftOut(best, folds, won.length);
        double[] additive = losses(won, sums);
        double[] reached = additive;
        int count = 0;
        for (int tried : PAIR_COUNTS) {
            if (tried > mostPairs) {
                break;
            }
            double[] with = search.leftOut(tried);
            double[] losses = losses(won, with);
            double[] gains = gains(additive, losses);
            double[] more = gains(reached, losses);
            boolean pays = mean(gains) > PAYS * standardError(gains) && mean(more) > PAYS_MORE * standardError(more);
            pairsTried.add(new PairsTried(tried, mean(gains), standardError(gains), pays));
            if (pays) {
                count = tried;
                sums = with;
                reached = losses;
            }
        }
        AdditiveFit fit = factor == 1 ? main : main.refit(new AdditiveFit.Rows(all, won, null), factor);
        List<Pair> pairs = List.of();
        if (count > 0) {
            var fitted = new double[won.length];
            fit.addSums(all, fitted);
            pairs = search.strongest(count, all, fitted);
            for (Pair pair : pairs) {
                blocks.add(pair.block(won.length));
            }
            fit = AdditiveFit.learn(blocks, new AdditiveFit.Rows(all, won, null));
            if (factor != 1) {
                fit = fit.refit(new AdditiveFit.Rows(all, won, null), factor);
            }
        }
        return new Model(fit.intercept(), fit.curves(), pairs, sums, factor, strengths, pairsTried);
    }

    private static double[] leftOut(AdditiveFit[] fits, Folds folds, int rows) {
        var sums = new double[rows];
        for (int fold = 0; fold < fits.length; fold++) {
            fits[fold].addSums(folds.only(fold), sums);
        }
        return sums;
    }

    static double[] losses(boolean[] won, double[] sums) {
        var losses = new double[won.length];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = Logistic.loss(won[row], sums[row]);
        }
        return losses;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double[] gains(double[] before, double[] after) {
        var gains = new double[before.length];
        for (int row = 0; row < gains.length; row++) {
            gains[row] = before[row] - after[row];
        }
        return gains;
    }

    static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length / values.length);
    }
}
