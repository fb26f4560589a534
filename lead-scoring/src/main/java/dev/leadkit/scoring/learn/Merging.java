package dev.leadkit.scoring.learn;

import java.util.Arrays;

/**
 * Cuts a row of values into few runs of about equal ones, by the least squared error; the way of Fisher (1958), exactly, by
 * dynamic programming.
 */
final class Merging {
    private static final double UNNOTICED = 0.02; // log-odds; far below what any history can tell apart

    private Merging() {}

    /**
     * @param weights how much each value counts
     * @param apart whether a value must not be in a run with others
     * @param most how many runs there may be, unless more are apart
     * @return for each run where it begins, and at last the end
     */
    static int[] runs(double[] values, double[] weights, boolean[] apart, int most) {
        int size = values.length;
        double all = Math.max(1e-9, Arrays.stream(weights).sum());
        var error = new double[size + 1][size + 1]; // by runs and end
        var begin = new int[size + 1][size + 1];
        for (double[] line : error) {
            Arrays.fill(line, Double.POSITIVE_INFINITY);
        }
        error[0][0] = 0;
        int runs = 0;
        while (runs < size && !(isGood(error[runs][size], all) || runs >= most && Double.isFinite(error[runs][size]))) {
            runs++;
            for (int end = runs; end <= size; end++) {
                double weight = 0;
                double sum = 0;
                double squares = 0;
                for (int from = end - 1; from >= runs - 1; from--) {
                    if (end - from > 1 && (apart[from] || apart[end - 1])) {
                        break;
                    }
                    weight += weights[from];
                    sum += weights[from] * values[from];
                    squares += weights[from] * values[from] * values[from];
                    double spread = weight == 0 ? 0 : Math.max(0, squares - sum * sum / weight);
                    if (error[runs - 1][from] + spread < error[runs][end]) {
                        error[runs][end] = error[runs - 1][from] + spread;
                        begin[runs][end] = from;
                    }
                }
            }
        }
        var borders = new int[runs + 1];
        borders[runs] = size;
        for (int run = runs; run > 0; run--) {
            borders[run - 1] = begin[run][borders[run]];
        }
        return borders;
    }

    private static boolean isGood(double error, double all) {
        return Math.sqrt(error / all) <= UNNOTICED;
    }

    /** The weighted mean of a run; the plain one where nothing has weight. */
    static double mean(double[] values, double[] weights, int from, int to) {
        double weight = 0;
        double sum = 0;
        double plain = 0;
        for (int i = from; i < to; i++) {
            weight += weights[i];
            sum += weights[i] * values[i];
            plain += values[i];
        }
        return weight > 0 ? sum / weight : plain / (to - from);
    }
}
