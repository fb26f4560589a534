package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "30, 31, 31",
        "0.1, 0.2, 0.2",
        "97.3, 104.1, 100",
        "-3, 2, 0",
        "1234, 1267, 1250",
        "0, 1, 1",
        "2.4999, 2.5001, 2.5",
        "-0.5, -0.25, -0.4",
        "2.9e-16, 3.2e-16, 3e-16"
    })
    void limits_are_round(double low, double high, double expected) {
        double found = RoundNumber.between(low, high);

        assertThat(found).isGreaterThan(low).isLessThanOrEqualTo(high).isEqualTo(expected);
    }

    @Test
    void a_limit_is_found_between_neighbouring_doubles() {
        double low = 1.0;
        double high = Math.nextUp(low);

        assertThat(RoundNumber.between(low, high)).isEqualTo(high);
        assertThat(RoundNumber.between(-1e300, 1e300)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 23})
    void the_factor_solves_and_inverts(int size) {
        var random = new Random(size);
        var matrix = new double[size][size];
        var root = new double[size][size];
        for (double[] row : root) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    matrix[i][j] += root[i][k] * root[j][k];
                }
            }
            matrix[i][i] += 1;
        }
        var copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        var right = random.doubles(size).toArray();

        var factor = new Cholesky(copy);
        double[] solution = factor.solve(right);
        double[][] inverse = factor.inverseColumns();

        for (int i = 0; i < size; i++) {
            double product = 0;
            double one = 0;
            for (int k = 0; k < size; k++) {
                product += matrix[i][k] * solution[k];
                one += matrix[i][k] * Cholesky.inverseEntry(inverse, k, i);
            }
            assertThat(product).isCloseTo(right[i], within(1e-9));
            assertThat(one).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void runs_are_cut_where_it_costs_least() {
        double[] values = {0, 0.001, 0.002, 5, 5.001, -3};
        double[] weights = {1, 1, 1, 1, 1, 1};

        assertThat(Merging.runs(values, weights, new boolean[6], 12)).containsExactly(0, 3, 5, 6);
        assertThat(Merging.runs(values, weights, new boolean[6], 2)).containsExactly(0, 5, 6);
    }

    @Test
    void what_is_apart_stays_apart() {
        boolean[] apart = {true, false, false, false};

        assertThat(Merging.runs(new double[4], new double[] {1, 1, 1, 1}, apart, 12))
                .containsExactly(0, 1, 4);
        assertThat(Merging.runs(new double[4], new double[] {1, 1, 1, 1}, apart, 1))
                .containsExactly(0, 1, 4);
    }

    @Test
    void merging_is_no_worse_than_any_other_cut() {
        var random = new Random(3);
        double[] values = random.doubles(9).toArray();
        double[] weights = random.doubles(9, 0.1, 2).toArray();
        double best = Double.POSITIVE_INFINITY;
        for (int first = 1; first < 8; first++) {
            for (int second = first + 1; second < 9; second++) {
                best = Math.min(
                        best,
                        error(values, weights, 0, first)
                                + error(values, weights, first, second)
                                + error(values, weights, second, 9));
            }
        }

        int[] runs = Merging.runs(values, weights, new boolean[9], 3);

        assertThat(error(values, weights, runs[0], runs[1])
                        + error(values, weights, runs[1], runs[2])
                        + error(values, weights, runs[2], runs[3]))
                .isCloseTo(best, within(1e-12));
    }

    @Test
    void values_that_count_more_are_kept_nearer_together() {
        double[] values = {0, 4, 10};

        assertThat(Merging.runs(values, new double[] {1, 1, 1}, new boolean[3], 2))
                .containsExactly(0, 2, 3);
        assertThat(Merging.runs(values, new double[] {100, 100, 1}, new boolean[3], 2))
                .containsExactly(0, 1, 3);
    }

    @Test
    void the_mean_of_a_run_is_weighted_and_plain_where_nothing_has_weight() {
        double[] values = {9, 2, 6, 9};

        assertThat(Merging.mean(values, new double[] {5, 1, 3, 5}, 1, 3)).isCloseTo(5, within(1e-12));
        assertThat(Merging.mean(values, new double[] {5, 0, 0, 5}, 1, 3)).isCloseTo(4, within(1e-12));
    }

    private static double error(double[] values, double[] weights, int from, int to) {
        double mean = Merging.mean(values, weights, from, to);
        double error = 0;
        for (int i = from; i < to; i++) {
            error += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        return error;
    }
}
