package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for pairs of columns that say together what they do not say one by one: pairs over whose cells the errors of the
 * additive model are spread more unevenly than by chance, as in the screening of GA²M (Lou and others 2013).
 */
final class PairScreen {
    private static final int MOST_COLUMNS = 60;

    private final List<Pair.Groups> groups = new ArrayList<>();
    private final int rows;

    PairScreen(List<FineBins> columns, int rows) {
        for (int c = 0; c < Math.min(columns.size(), MOST_COLUMNS); c++) {
            groups.add(new Pair.Groups(c, columns.get(c)));
        }
        this.rows = rows;
    }

    private record Scored(Pair pair, double score) {}

    int pairs() {
        return groups.size() * (groups.size() - 1) / 2;
    }

    /** The best pairs that stand out more than the best of so many would by chance, the strongest first. */
    List<Pair> strongest(int most, int[] among, boolean[] won, double[] sums) {
        double threshold = Math.sqrt(2 * StrictMath.log(Math.max(2, pairs())));
        var errors = new double[rows];
        var weights = new double[rows];
        for (int row : among) {
            double probability = Logistic.probability(sums[row]);
            errors[row] = (won[row] ? 1 : 0) - probability;
            weights[row] = probability * (1 - probability);
        }
        List<Scored> scored = new ArrayList<>();
        for (int a = 1; a < groups.size(); a++) {
            for (int b = 0; b < a; b++) {
                var pair = new Pair(groups.get(a), groups.get(b));
                double score = score(pair, among, errors, weights);
                if (score > threshold) {
                    scored.add(new Scored(pair, score));
                }
            }
        }
        return scored.stream()
                .sorted(Comparator.comparingDouble(its -> -its.score()))
                .limit(most)
                .map(Scored::pair)
                .toList();
    }

    /** By how many deviations the errors are more uneven than chance makes them. */
    private static double score(Pair pair, int[] among, double[] errors, double[] weights) {
        var error = new double[pair.cells()];
        var weight = new double[pair.cells()];
        for (int row : among) {
            int cell = pair.cell(row);
            error[cell] += errors[row];
            weight[cell] += weights[row];
        }
        double uneven = 0;
        int cells = 0;
        for (int cell = 0; cell < error.length - 1; cell++) {
            if (weight[cell] > 0.5) {
                uneven += error[cell] * error[cell] / (weight[cell] + 1);
                cells++;
            }
        }
        double free = (pair.first().count() - 1.0) * (pair.second().count() - 1.0);
        double expected = Math.max(1, Math.min(cells, free));
        return (uneven - expected) / Math.sqrt(2 * expected);
    }
}
