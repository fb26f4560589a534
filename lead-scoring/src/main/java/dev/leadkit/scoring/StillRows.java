package dev.leadkit.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The factors whose points follow from one value alone: by bins, without decay, in no group. Those of one input are looked up
 * together, as one row of points for each class of the value, with the sums of the row at hand. Immutable.
 */
final class StillRows {
    /** The most points that factors share in one table, so that many factors of one input take no room of their square. */
    private static final int MAX_SHARED = 8_192;

    private static final int FEW = 8;

    // For each chunk so many numbers, side by side: they are read together.
    private static final int SLOT = 0;
    private static final int FIRST_EDGE = 1;
    private static final int LAST_EDGE = 2;
    private static final int FIRST_ROW = 3;
    private static final int LENGTH = 4; // of a row
    private static final int FIRST_SUM = 5;
    private static final int FIRST_PLACE = 6; // of the chunk's factors among the points of a score
    private static final int WIDTH = 7;

    private final int size;
    private final boolean whole;
    private final int[] layout;
    private final ValueClasses classes;
    private final double[] edges;
    private final int[] shown; // whole points, row after row
    private final long[] sums; // of a row's points in thousandths, what the caps leave of them

    /**
     * @param rows by chunk and class, the points of its factors in thousandths, what the caps leave of them
     * @param classes in which the classifier of a chunk has the chunk's number
     */
    StillRows(List<int[][]> rows, ValueClasses classes) {
        this.classes = classes;
        size = rows.size();
        layout = new int[size * WIDTH];
        int place = 0;
        int all = 0;
        int sumsSoFar = 0;
        int edgesSoFar = 0;
        for (int k = 0; k < size; k++) {
            int at = k * WIDTH;
            int length = rows.get(k)[0].length;
            layout[at + SLOT] = classes.slot(k);
            layout[at + FIRST_EDGE] = edgesSoFar;
            edgesSoFar += classes.edges(k).length;
            // No text has edges, so that one look tells texts from numbers.
            layout[at + LAST_EDGE] = classes.isNumeric(k) ? edgesSoFar : -1;
            layout[at + FIRST_ROW] = all;
            layout[at + LENGTH] = length;
            layout[at + FIRST_SUM] = sumsSoFar;
            layout[at + FIRST_PLACE] = place;
            place += length;
            sumsSoFar += rows.get(k).length;
            all += rows.get(k).length * length;
        }
        edges = IntStream.range(0, size)
                .mapToObj(classes::edges)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        shown = new int[all];
        sums = new long[sumsSoFar];
        boolean allWhole = true;
        for (int k = 0; k < size; k++) {
            allWhole &= fill(k * WIDTH, rows.get(k));
        }
        whole = allWhole;
    }

    /** Whether all points are whole. */
    private boolean fill(int chunk, int[][] rows) {
        boolean allWhole = true;
        int at = layout[chunk + FIRST_ROW];
        for (int its = 0; its < rows.length; its++) {
            for (int points : rows[its]) {
                shown[at++] = (int) Numbers.round(points);
                sums[layout[chunk + FIRST_SUM] + its] += points;
                allWhole &= points % Numbers.UNIT == 0;
            }
        }
        return allWhole;
    }

    /** What whole points come to that are shown for points of this sum, as {@link #add} wrote them. */
    int shown(long sum, int[] points, int factors) {
        if (whole) {
            return (int) (sum / Numbers.UNIT);
        }
        int all = 0;
        for (int i = 0; i < factors; i++) {
            all += points[i];
        }
        return all;
    }

    /**
     * Writes the whole points of all of these factors to their places.
     *
     * @return the sum of their points, in thousandths
     */
    long add(Inputs from, int[] points) {
        int[] its = layout;
        int[] rows = shown;
        long sum = 0;
        for (int k = 0, at = 0; k < size; k++, at += WIDTH) {
            int taken = its[at + LAST_EDGE] < 0
                    ? classes.ofText(k, from.text(its[at + SLOT]))
                    : ofNumber(from.number(its[at + SLOT]), its[at + FIRST_EDGE], its[at + LAST_EDGE]);
            sum += sums[its[at + FIRST_SUM] + taken];
            int length = its[at + LENGTH];
            int row = its[at + FIRST_ROW] + taken * length;
            int to = its[at + FIRST_PLACE];
            // By hand for the first few: a loop over so few costs more to begin than to run.
            points[to] = rows[row];
            if (length > 1) {
                points[to + 1] = rows[row + 1];
                if (length > 2) {
                    System.arraycopy(rows, row + 2, points, to + 2, length - 2);
                }
            }
        }
        return sum;
    }

    private int ofNumber(double number, int first, int last) {
        if (!(Math.abs(number) <= Double.MAX_VALUE)) {
            return ValueClasses.MISSING;
        }
        int low = first;
        int high = last;
        while (high - low > FEW) {
            int middle = (low + high) >>> 1;
            if (number >= edges[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low < high && number >= edges[low]) {
            low++;
        }
        return low - first + 1;
    }

    /** Which factors share a table; a classifier of values is needed for each, in this order. */
    static List<List<Integer>> chunks(List<Factor> factors) {
        Map<List<Object>, List<Integer>> open = new LinkedHashMap<>();
        Map<List<Object>, Set<Object>> limits = new LinkedHashMap<>();
        List<List<Integer>> chunks = new ArrayList<>();
        for (int f = 0; f < factors.size(); f++) {
            Factor factor = factors.get(f);
            if (factor.bins().isEmpty() || factor.decay() != null || factor.group() != null) {
                continue;
            }
            boolean numeric = ValueClasses.Builder.isNumeric(InputCatalog.kind(factor.input()), factor.bins());
            List<Object> key = List.of(factor.input(), numeric);
            Set<Object> its = limits.computeIfAbsent(key, first -> new HashSet<>());
            its.addAll(limits(factor.bins()));
            List<Integer> chunk = open.get(key);
            if (chunk == null || (long) (chunk.size() + 1) * (its.size() + 2) > MAX_SHARED) {
                chunk = new ArrayList<>();
                chunks.add(chunk);
                open.put(key, chunk);
                limits.put(key, new HashSet<>(limits(factor.bins())));
            }
            chunk.add(f);
        }
        return chunks;
    }

    /** What tells values apart, each of which makes one class more at most. */
    private static Set<Object> limits(List<Bin> bins) {
        Set<Object> limits = new HashSet<>();
        for (Bin bin : bins) {
            if (bin instanceof Bin.AnyOf anyOf) {
                limits.addAll(anyOf.texts());
            } else if (bin instanceof Bin.Range range) {
                if (range.from() != null) {
                    limits.add(range.from());
                }
                if (range.below() != null) {
                    limits.add(range.below());
                }
            }
        }
        return limits;
    }
}
