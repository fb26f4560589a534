package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries pairs in cross-validation. Each fold looks for its own pairs among the rows that it may see, so that what they gain is
 * not the luck of those that were looked at.
 */
final class PairSearch {
    private final PairScreen screen;
    private final boolean[] won;
    private final Folds folds;
    private final double[][] sums; // of all rows, by the model of each fold
    private final List<List<Pair>> found = new ArrayList<>();

    private static final int MOST = 6;

    PairSearch(List<FineBins> columns, boolean[] won, Folds folds, AdditiveFit[] fits) {
        this.screen = new PairScreen(columns, won.length);
        this.won = won;
        this.folds = folds;
        sums = new double[fits.length][won.length];
        int[] all = IntStream.range(0, won.length).toArray();
        for (int fold = 0; fold < fits.length; fold++) {
            fits[fold].addSums(all, sums[fold]);
            found.add(screen.strongest(MOST, folds.without(fold), won, sums[fold]));
        }
    }

    List<Pair> strongest(int most, int[] among, double[] fitted) {
        return screen.strongest(most, among, won, fitted);
    }

    /** The log-odds of all rows with so many pairs, by models that had not seen them. */
    double[] leftOut(int pairs) {
        var leftOut = new double[won.length];
        for (int fold = 0; fold < sums.length; fold++) {
            int[] held = folds.only(fold);
            for (int row : held) {
                leftOut[row] = sums[fold][row];
            }
            List<Block> blocks = found.get(fold).stream()
                    .limit(pairs)
                    .map(pair -> pair.block(won.length))
                    .toList();
            if (!blocks.isEmpty()) {
                AdditiveFit.learn(blocks, new AdditiveFit.Rows(folds.without(fold), won, sums[fold]))
                        .addSums(held, leftOut);
            }
        }
        return leftOut;
    }
}
