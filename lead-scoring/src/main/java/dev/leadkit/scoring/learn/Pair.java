package dev.leadkit.scoring.learn;

import java.util.Arrays;

/**
 * Two columns looked at together, each in a few groups of its fine bins. The last cell holds the rows with a value that is in
 * no group. Immutable.
 */
final class Pair {
    private final Groups first;
    private final Groups second;

    Pair(Groups first, Groups second) {
        this.first = first;
        this.second = second;
    }

    /** A column in a few groups. */
    static final class Groups {
        private static final int NUMBERS = 6;
        private static final int TEXTS = 6;
        private static final int NONE = -1;

        private final int column;
        private final FineBins bins;
        private final int[] groupOf;
        private final int count;
        private final int[] codes;

        /** @param column its place among those of the model */
        Groups(int column, FineBins bins) {
            this.column = column;
            this.bins = bins;
            groupOf = new int[bins.size()];
            Arrays.fill(groupOf, NONE);
            int[] rows = bins.counts();
            int groups = bins instanceof NumberBins numbers ? byOrder(numbers, rows) : bySize((LevelBins) bins, rows);
            if (rows[bins.missing()] > 0) {
                groupOf[bins.missing()] = groups++;
            }
            count = groups;
            codes = new int[bins.codes().length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = groupOf[bins.codes()[row]];
            }
        }

        private int byOrder(NumberBins numbers, int[] rows) {
            int given = Arrays.stream(rows, 0, numbers.ranges()).sum();
            double target = given / (double) NUMBERS;
            int group = 0;
            double held = 0;
            for (int range = 0; range < numbers.ranges(); range++) {
                groupOf[range] = group;
                held += rows[range];
                boolean last = range + 1 == numbers.ranges();
                if (!last
                        && (held >= 0.8 * target
                                || rows[range + 1] >= target && held >= 0.2 * target
                                || numbers.isAlone(range)
                                || numbers.isAlone(range + 1))) {
                    group++;
                    held = 0;
                }
            }
            return group + 1;
        }

        private int bySize(LevelBins levels, int[] rows) {
            Integer[] order = new Integer[levels.other()];
            Arrays.setAll(order, bin -> bin);
            Arrays.sort(order, (a, b) -> Integer.compare(rows[b], rows[a]));
            for (int place = 0; place < order.length; place++) {
                groupOf[order[place]] = Math.min(place, TEXTS - 1);
            }
            return Math.min(order.length, TEXTS);
        }

        int column() {
            return column;
        }

        FineBins bins() {
            return bins;
        }

        int count() {
            return count;
        }

        /** The group of a fine bin; negative for none. */
        int of(int bin) {
            return groupOf[bin];
        }

        int ofRow(int row) {
            return codes[row];
        }
    }

    Groups first() {
        return first;
    }

    Groups second() {
        return second;
    }

    int cells() {
        return first.count() * second.count() + 1;
    }

    int cell(int row) {
        int a = first.ofRow(row);
        int b = second.ofRow(row);
        return a < 0 || b < 0 ? cells() - 1 : a * second.count() + b;
    }

    Block block(int rows) {
        var codes = new int[rows];
        var counts = new int[cells()];
        for (int row = 0; row < rows; row++) {
            codes[row] = cell(row);
            counts[codes[row]]++;
        }
        return Block.cells(codes, counts);
    }
}
