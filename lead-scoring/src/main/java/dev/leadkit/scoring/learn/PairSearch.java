package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries pairs in cross-validation. Each fold looks for its own pairs among the rows that it may see, so that what they gain is
 * not the luck of those that were looked at.
 */
final class PairSearch {
    private static final int[] COUNTS = {1, 3, 6};
    private static final double PAYS = 2; // standard errors that pairs must gain
    private static final double PAYS_MORE = 0.5; // and those that more pairs must gain over fewer

    private final PairScreen screen;
    private final boolean[] won;
    private final Folds folds;
    private final double[][] sums; // of all rows, by the model of each fold
    private final List<List<Pair>> found = new ArrayList<>();
    private final List<PairsTried> tried = new ArrayList<>();
    private double[] leftOutSums;
    private int count;

    /** @param most how many pairs may be taken */
    PairSearch(List<FineBins> columns, boolean[] won, Folds folds, AdditiveFit[] fits, int most) {
        this.screen = new PairScreen(columns, won.length);
        this.won = won;
        this.folds = folds;
        sums = new double[fits.length][won.length];
        int[] all = IntStream.range(0, won.length).toArray();
        for (int fold = 0; fold < fits.length; fold++) {
            fits[fold].addSums(all, sums[fold]);
            found.add(most == 0 ? List.of() : screen.strongest(most, folds.without(fold), won, sums[fold]));
        }
        leftOutSums = leftOut(0);
        search(most);
    }

    private void search(int most) {
        double[] additive = Losses.of(won, leftOutSums);
        double[] reached = additive;
        for (int pairs : COUNTS) {
            if (pairs > most) {
                return;
            }
            double[] with = leftOut(pairs);
            double[] losses = Losses.of(won, with);
            double[] gains = Losses.gains(additive, losses);
            double[] more = Losses.gains(reached, losses);
            boolean pays = Losses.mean(gains) > PAYS * Losses.standardError(gains)
                    && Losses.mean(more) > PAYS_MORE * Losses.standardError(more);
            tried.add(new PairsTried(pairs, Losses.mean(gains), Losses.standardError(gains), pays));
            if (pays) {
                count = pairs;
                leftOutSums = with;
                reached = losses;
            }
        }
    }

    /** The log-odds of all rows with so many pairs, by models that had not seen them. */
    private double[] leftOut(int pairs) {
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

    /**
     * The pairs that are worth it, looked for among all rows.
     *
     * @param fitted the log-odds of the rows by the model without pairs
     */
    List<Pair> chosen(double[] fitted) {
        return count == 0
                ? List.of()
                : screen.strongest(count, IntStream.range(0, won.length).toArray(), won, fitted);
    }

    /** The log-odds of each row, with as many pairs as are worth it, by a model that had not seen it. */
    double[] leftOutSums() {
        return leftOutSums;
    }

    List<PairsTried> tried() {
        return tried;
    }
}
