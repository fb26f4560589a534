package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bins of numbers: ranges with about the same number of rows, a value that many rows have in a bin of its own. A code that
 * stands for something else than a quantity, such as 999 or the only negative number, hangs together with no neighbour.
 */
final class NumberBins implements FineBins {
    private static final double LARGEST = 1e15; // that a card takes for a limit
    private static final double CODE_SHARE = 0.01;
    private static final double CODE_GAP = 1.0;

    private final Column column;
    private final double[] cuts;
    private final boolean lowestAlone;
    private final boolean highestAlone;
    private final int[] codes;
    private final double[] means;

    private NumberBins(
            Column column,
            int rows,
            double[] cuts,
            boolean lowestAlone,
            boolean highestAlone,
            double low,
            double high) {
        this.column = column;
        this.cuts = cuts;
        this.lowestAlone = lowestAlone;
        this.highestAlone = highestAlone;
        codes = new int[rows];
        means = new double[cuts.length + 1];
        var counts = new int[cuts.length + 1];
        for (int row = 0; row < rows; row++) {
            double number = column.number(row);
            int bin = Double.isNaN(number) ? missing() : bin(number);
            codes[row] = bin;
            if (bin < means.length) {
                counts[bin]++;
                means[bin] += Math.max(low, Math.min(high, number));
            }
        }
        for (int bin = 0; bin < means.length; bin++) {
            means[bin] /= Math.max(1, counts[bin]);
        }
    }

    /** @param most about how many bins there may be */
    static NumberBins of(Column column, int rows, int most) {
        double[] sorted = new double[rows];
        int given = 0;
        for (int row = 0; row < rows; row++) {
            double number = column.number(row);
            if (!Double.isNaN(number)) {
                sorted[given++] = number;
            }
        }
        sorted = Arrays.copyOf(sorted, given);
        Arrays.sort(sorted);
        int[] first = firstOfEach(sorted); // and the length behind the last
        int last = first.length - 2;
        boolean lowest = last > 1 && isAlone(sorted, first, 0);
        boolean highest = last > 1 && isAlone(sorted, first, last);
        List<Double> cuts = new ArrayList<>();
        double target = (double) given / most;
        int from = 0;
        for (int value = 0; value < last; value++) {
            int held = first[value + 1] - first[from];
            int next = first[value + 2] - first[value + 1];
            boolean full = held >= target;
            boolean beforeHeavy = next >= target && held >= Math.min(target / 4, 5) || next >= 2 * target;
            boolean alone = lowest && value == 0 || highest && value == last - 1;
            if (full || beforeHeavy || alone) {
                double cut = alone
                        ? cut(sorted[first[value]], sorted[first[value + 1]])
                        : roundCut(sorted, first, value, target);
                if (!Double.isNaN(cut)) {
                    cuts.add(cut);
                    from = value + 1;
                } else if (alone) {
                    lowest &= value != 0;
                    highest &= value != last - 1;
                }
            }
        }
        double[] rising = cuts.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        int trimmed = given / 100;
        return new NumberBins(
                column,
                rows,
                rising,
                lowest,
                highest,
                Math.max(-LARGEST, Math.min(LARGEST, sorted[trimmed])),
                Math.max(-LARGEST, Math.min(LARGEST, sorted[given - 1 - trimmed])));
    }

    private static int[] firstOfEach(double[] sorted) {
        int distinct = 0;
        int[] first = new int[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                first[distinct++] = i;
            }
        }
        first[distinct] = sorted.length;
        return Arrays.copyOf(first, distinct + 1);
    }

    private static boolean isAlone(double[] sorted, int[] first, int value) {
        int last = first.length - 2;
        double share = (double) (first[value + 1] - first[value]) / sorted.length;
        if (share < CODE_SHARE) {
            return false;
        }
        if (value == 0) {
            boolean onlyNegative = sorted[0] < 0 && sorted[first[1]] >= 0;
            double rest = sorted[first[last]] - sorted[first[1]];
            return onlyNegative || sorted[first[1]] - sorted[0] > CODE_GAP * rest && rest > 0;
        }
        double rest = sorted[first[last - 1]] - sorted[0];
        return sorted[first[last]] - sorted[first[last - 1]] > CODE_GAP * rest && rest > 0;
    }

    /** A round number near the end of a value, moved by no more than a tenth of a bin, and past no heavy value. */
    private static double roundCut(double[] sorted, int[] first, int value, double target) {
        int slack = (int) (target / 10);
        int low = value;
        int high = value + 1;
        while (low > 0 && first[value + 1] - first[low] <= slack) {
            low--;
        }
        while (high < first.length - 2 && first[high + 1] - first[value + 1] <= slack) {
            high++;
        }
        return cut(sorted[first[low]], sorted[first[high]]);
    }

    /** A round number above {@code low} and up to {@code high}; NaN where a card can't hold one. */
    private static double cut(double low, double high) {
        return low >= LARGEST || high <= -LARGEST
                ? Double.NaN
                : RoundNumber.between(Math.max(low, -LARGEST), Math.min(high, LARGEST));
    }

    private int bin(double number) {
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (number < cuts[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public Column column() {
        return column;
    }

    /** The limits between the ranges, rising. */
    double[] cuts() {
        return cuts;
    }

    /** How many ranges there are; the bin of a missing value follows them. */
    int ranges() {
        return cuts.length + 1;
    }

    /** Whether a range holds a code rather than quantities. */
    boolean isAlone(int range) {
        return range == 0 && lowestAlone || range == cuts.length && highestAlone;
    }

    @Override
    public int size() {
        return ranges() + 1;
    }

    @Override
    public int[] codes() {
        return codes;
    }

    @Override
    public int missing() {
        return cuts.length + 1;
    }

    @Override
    public Block block() {
        int[] counts = counts();
        double[] ranks = new double[ranges()];
        double below = 0;
        for (int range = 0; range < ranges(); range++) {
            ranks[range] = isAlone(range) ? 0 : below + counts[range] / 2.0;
            below += isAlone(range) ? 0 : counts[range];
        }
        var chained = new boolean[size()];
        for (int range = 0; range < ranges(); range++) {
            chained[range] = !isAlone(range);
        }
        return Block.chain(codes, counts, chained, means, ranks);
    }
}
