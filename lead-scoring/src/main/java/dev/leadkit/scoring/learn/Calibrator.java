package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What probability the sums of a model stand for, learned from sums of rows that the model had not seen: a logistic curve
 * (Platt 1999), or steps that never fall (isotonic regression) joined by lines, if those do better beyond chance.
 */
final class Calibrator {
    private static final double SLOPE_PULL = 4; // toward 1, for histories too short to say
    private static final double LEAST_SLOPE = 0.02;
    private static final int FOLDS = 5;
    private static final int LEAST_STEP = 30;
    private static final double EDGE = 1e-4;

    private final double intercept;
    private final double slope;
    private final List<double[]> steps; // sum and probability; empty for the logistic curve

    private Calibrator(double intercept, double slope, List<double[]> steps) {
        this.intercept = intercept;
        this.slope = slope;
        this.steps = steps;
    }

    static Calibrator learn(double[] sums, boolean[] won, long seed) {
        int[] all = IntStream.range(0, won.length).toArray();
        Calibrator curve = logistic(sums, won, all);
        Calibrator stepped = isotonic(sums, won, all);
        if (stepped.steps.size() < 3) {
            return curve;
        }
        var folds = new Folds(won, FOLDS, seed);
        var gains = new double[won.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] rest = folds.without(fold);
            Calibrator one = logistic(sums, won, rest);
            Calibrator other = isotonic(sums, won, rest);
            for (int row : folds.only(fold)) {
                gains[row] = one.loss(sums[row], won[row]) - other.loss(sums[row], won[row]);
            }
        }
        return Losses.mean(gains) > 2 * Losses.standardError(gains) ? stepped : curve;
    }

    /** Log losses row by row. */
    double[] losses(double[] sums, boolean[] won) {
        var losses = new double[won.length];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = loss(sums[row], won[row]);
        }
        return losses;
    }

    private double loss(double sum, boolean won) {
        return Logistic.loss(won, Logistic.logOdds(Math.max(1e-9, Math.min(1 - 1e-9, probability(sum)))));
    }

    private static Calibrator logistic(double[] sums, boolean[] won, int[] rows) {
        double a = 0;
        double b = 1;
        for (int step = 0; step < 25; step++) {
            double ga = 0;
            double gb = SLOPE_PULL * (1 - b);
            double haa = 1e-9;
            double hab = 0;
            double hbb = SLOPE_PULL;
            for (int row : rows) {
                double probability = Logistic.probability(a + b * sums[row]);
                double weight = probability * (1 - probability);
                double error = (won[row] ? 1 : 0) - probability;
                ga += error;
                gb += error * sums[row];
                haa += weight;
                hab += weight * sums[row];
                hbb += weight * sums[row] * sums[row];
            }
            double determinant = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / determinant;
            double db = (haa * gb - hab * ga) / determinant;
            a += da;
            b += db;
            if (Math.abs(da) + Math.abs(db) < 1e-9) {
                break;
            }
        }
        return b >= LEAST_SLOPE ? new Calibrator(a, b, List.of()) : level(sums, won, rows);
    }

    /** Where the sums say nothing, all but the base rate. */
    private static Calibrator level(double[] sums, boolean[] won, int[] rows) {
        double positives = Arrays.stream(rows).filter(row -> won[row]).count();
        double mean =
                Arrays.stream(rows).mapToDouble(row -> sums[row]).average().orElse(0);
        return new Calibrator(Logistic.logOdds(positives / rows.length) - LEAST_SLOPE * mean, LEAST_SLOPE, List.of());
    }

    /** Pools neighbours until no step falls and each has enough rows. */
    private static Calibrator isotonic(double[] sums, boolean[] won, int[] rows) {
        Integer[] order = Arrays.stream(rows).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(sums[a], sums[b]));
        int least = Math.max(LEAST_STEP, rows.length / 50);
        List<double[]> pools = new ArrayList<>(); // rows, sum of sums, good ends
        for (int i = 0; i < order.length; ) {
            var pool = new double[3];
            int end = Math.min(order.length, i + least);
            if (order.length - end < least) {
                end = order.length;
            }
            while (end < order.length && sums[order[end]] == sums[order[end - 1]]) {
                end++;
            }
            for (; i < end; i++) {
                pool[0]++;
                pool[1] += sums[order[i]];
                pool[2] += won[order[i]] ? 1 : 0;
            }
            pools.add(pool);
            while (pools.size() > 1 && falls(pools)) {
                double[] last = pools.remove(pools.size() - 1);
                double[] before = pools.get(pools.size() - 1);
                for (int k = 0; k < last.length; k++) {
                    before[k] += last[k];
                }
            }
        }
        List<double[]> steps = new ArrayList<>();
        for (double[] pool : pools) {
            double rate = Math.max(EDGE, Math.min(1 - EDGE, (pool[2] + 0.5) / (pool[0] + 1)));
            double sum = pool[1] / pool[0];
            if (steps.isEmpty() || sum > steps.get(steps.size() - 1)[0] + 1e-3) {
                double least2 = steps.isEmpty() ? 0 : steps.get(steps.size() - 1)[1];
                steps.add(new double[] {sum, Math.max(rate, least2)});
            }
        }
        return new Calibrator(0, 1, steps);
    }

    private static boolean falls(List<double[]> pools) {
        double[] last = pools.get(pools.size() - 1);
        double[] before = pools.get(pools.size() - 2);
        return last[2] / last[0] <= before[2] / before[0];
    }

    boolean isLogistic() {
        return steps.isEmpty();
    }

    double intercept() {
        return intercept;
    }

    double slope() {
        return slope;
    }

    /** Sums with their probabilities, rising. */
    List<double[]> steps() {
        return steps;
    }

    double probability(double sum) {
        if (steps.isEmpty()) {
            return Logistic.probability(intercept + slope * sum);
        }
        double[] before = steps.get(0);
        if (sum <= before[0]) {
            return before[1];
        }
        for (double[] step : steps) {
            if (sum < step[0]) {
                return before[1] + (step[1] - before[1]) * (sum - before[0]) / (step[0] - before[0]);
            }
            before = step;
        }
        return before[1];
    }

    /** The sum at which a probability is reached. */
    double sumOf(double probability) {
        double low = -50;
        double high = 50;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (probability(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
