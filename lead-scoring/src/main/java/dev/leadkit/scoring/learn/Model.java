package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fitted model over fine bins, and what cross-validation said about it.
 *
 * @param curves of the columns, then of the pairs
 * @param leftOutSums the log-odds of each row, by a model that had not seen it
 * @param strength how many times as strong as the evidence says the regularisation is
 */
record Model(
        double intercept,
        double[][] curves,
        List<Pair> pairs,
        double[] leftOutSums,
        double strength,
        List<StrengthTried> strengths,
        List<PairsTried> pairsTried) {

    private static final int FOLDS = 5;

    /** Learns a model; the same for the same rows and seed. */
    static Model learn(List<FineBins> columns, boolean[] won, int mostPairs, long seed) {
        List<Block> blocks =
                new ArrayList<>(columns.stream().map(FineBins::block).toList());
        int[] all = IntStream.range(0, won.length).toArray();
        var rows = new AdditiveFit.Rows(all, won, null);
        AdditiveFit main = AdditiveFit.learn(blocks, rows);
        var folds = new Folds(won, FOLDS, seed);
        var strength = new StrengthSearch(main, won, folds);
        var search = new PairSearch(columns, won, folds, strength.fits(), mostPairs);
        AdditiveFit fit = main.refit(rows, strength.factor());
        var fitted = new double[won.length];
        fit.addSums(all, fitted);
        List<Pair> pairs = search.chosen(fitted);
        if (!pairs.isEmpty()) {
            pairs.forEach(pair -> blocks.add(pair.block(won.length)));
            fit = AdditiveFit.learn(blocks, rows).refit(rows, strength.factor());
        }
        return new Model(
                fit.intercept(),
                fit.curves(),
                pairs,
                search.leftOutSums(),
                strength.factor(),
                strength.tried(),
                search.tried());
    }
}
