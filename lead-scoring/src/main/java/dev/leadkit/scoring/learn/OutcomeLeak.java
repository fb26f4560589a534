package dev.leadkit.scoring.learn;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that know the end: such as a contract number, a lost reason or a last stage. Two signs are looked at. A
 * column alone ranks the rows almost perfectly, far better than any other does; or it is filled for rows of one end only.
 */
final class OutcomeLeak {
    /** No fact known beforehand ranks leads like this. */
    static final double CERTAIN = 0.99;

    /** Nor like this, where all others together are far behind. */
    static final double LIKELY = 0.95;

    /** Worth a look, though it may be an honest fact. */
    static final double STRONG = 0.9;

    private static final double FAR = 0.15;
    private static final double SHRUNK = 5;
    private static final int FOLDS = 5;

    private static final double FILLED_SHARE = 0.05;
    private static final double ONE_END = 0.97;
    private static final double MOST_OF_THEM = 0.5;
    private static final int LEAST_FILLED = 15;

    private final List<FineBins> columns;
    private final boolean[] won;
    private final double[] alone;
    private final double base;

    OutcomeLeak(List<FineBins> columns, boolean[] won) {
        this.columns = columns;
        this.won = won;
        alone = new double[columns.size()];
        int positives = 0;
        for (boolean its : won) {
            positives += its ? 1 : 0;
        }
        base = (double) positives / won.length;
        for (int c = 0; c < alone.length; c++) {
            alone[c] = aucAlone(columns.get(c));
        }
    }

    /** How well the best of the other columns ranks rows, those aside that may know the end themselves. */
    private double rest(int column) {
        double best = 0.5;
        for (int c = 0; c < alone.length; c++) {
            best = c != column && alone[c] < LIKELY ? Math.max(best, alone[c]) : best;
        }
        return best;
    }

    /** How well a column alone ranks rows by the rates of its bins among other rows, those of small bins drawn to the average. */
    private double aucAlone(FineBins bins) {
        var ends = new int[FOLDS][2][bins.size()];
        for (int row = 0; row < won.length; row++) {
            ends[row % FOLDS][won[row] ? 1 : 0][bins.codes()[row]]++;
        }
        int[][] all = ends(bins);
        var byRate = new TreeMap<Double, int[]>(); // ends by rate, so that equal rates are a tie
        for (int[][] fold : ends) {
            for (int bin = 0; bin < bins.size(); bin++) {
                int otherLost = all[0][bin] - fold[0][bin];
                int otherWon = all[1][bin] - fold[1][bin];
                double rate = (otherWon + SHRUNK * base) / (otherLost + otherWon + SHRUNK);
                int[] tie = byRate.computeIfAbsent(rate, its -> new int[2]);
                tie[0] += fold[0][bin];
                tie[1] += fold[1][bin];
            }
        }
        double below = 0;
        double pairs = 0;
        double positives = 0;
        for (int[] tie : byRate.values()) {
            pairs += tie[1] * (below + tie[0] / 2.0);
            below += tie[0];
            positives += tie[1];
        }
        return pairs / (below * positives);
    }

    /** How far an AUC is off by the luck of the rows (Hanley and McNeil 1982). */
    private double standardError(double auc) {
        double positives = base * won.length;
        double negatives = won.length - positives;
        double good = auc / (2 - auc) - auc * auc;
        double bad = 2 * auc * auc / (1 + auc) - auc * auc;
        double variance = auc * (1 - auc) + (positives - 1) * good + (negatives - 1) * bad;
        return Math.sqrt(Math.max(0, variance) / (positives * negatives));
    }

    /** How many rows of each end are in each bin. */
    private int[][] ends(FineBins bins) {
        var ends = new int[2][bins.size()];
        for (int row = 0; row < won.length; row++) {
            ends[won[row] ? 1 : 0][bins.codes()[row]]++;
        }
        return ends;
    }

    /** Why a column should be left out; null when nothing speaks against it. */
    @Nullable
    LeftOut find(int column) {
        FineBins bins = columns.get(column);
        String input = bins.column().input();
        double rest = rest(column);
        double least = alone[column] - 2 * standardError(alone[column]);
        if (least >= CERTAIN || least >= LIKELY && least - rest >= FAR) {
            return new LeftOut(
                    input,
                    "tells-the-outcome",
                    text(
                            "alone it ranks the rows with an AUC of %.3f, the best other column with %.3f: it seems to be"
                                    + " known only after the outcome",
                            alone[column], rest));
        }
        String filled = filledFor(bins);
        return filled == null ? null : new LeftOut(input, "filled-after-the-outcome", filled);
    }

    /** What is to be said of a column that was kept, but is strong enough for a look; null for others. */
    @Nullable
    String warn(int column) {
        double rest = rest(column);
        return alone[column] >= STRONG && alone[column] - rest >= FAR
                ? text(
                        "%s alone has an AUC of %.3f, the best other column %.3f: make sure that it is known before the"
                                + " outcome",
                        columns.get(column).column().label(), alone[column], rest)
                : null;
    }

    /** A value counts as filled when it is neither missing nor the one that most rows have. */
    private @Nullable String filledFor(FineBins bins) {
        int[][] ends = ends(bins);
        int usual = -1;
        for (int bin = 0; bin < bins.size(); bin++) {
            if (ends[0][bin] + ends[1][bin] > won.length / 2) {
                usual = bin;
            }
        }
        if (usual < 0) {
            return null;
        }
        int lost = 0;
        int good = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            if (bin != usual && bin != bins.missing()) {
                lost += ends[0][bin];
                good += ends[1][bin];
            }
        }
        boolean empty = usual == bins.missing();
        String values = empty ? "values" : "other values than the usual one";
        double filled = lost + good;
        if (filled < (empty ? LEAST_FILLED : 2 * LEAST_FILLED)) {
            return null;
        }
        double positives = base * won.length;
        if (good >= (empty ? ONE_END : CERTAIN) * filled
                && good >= (empty ? FILLED_SHARE : MOST_OF_THEM) * positives
                && base <= 0.8) {
            return text("%d of %d rows with %s ended well, of all rows %.1f %%", good, lost + good, values, 100 * base);
        }
        double expected = filled * base;
        boolean manyLost = lost >= FILLED_SHARE * (won.length - positives);
        // A rare value that hardly ever ends well is often an honest fact, such as no visit at all.
        if (empty && expected >= LEAST_FILLED && good <= (1 - ONE_END) * expected && manyLost) {
            return text(
                    "only %d of %d rows with %s ended well, where %.0f would be usual",
                    good, lost + good, values, expected);
        }
        return null;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
