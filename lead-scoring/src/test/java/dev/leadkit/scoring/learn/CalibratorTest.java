package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratorTest {
    /** A thousand rows of each sum, of which so many ended well. */
    private static Calibrator thousands(double[] sums, int... good) {
        double[] all = new double[1_000 * sums.length];
        Arrays.setAll(all, row -> sums[row % sums.length]);
        return Calibrator.learn(all, Columns.ends(all.length, row -> row / sums.length < good[row % sums.length]), 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_other_curve_near_fits_the_rows_better(long seed) {
        var random = new Random(seed);
        double[] sums = random.doubles(50, -2, 2).toArray();
        boolean[] won = Columns.ends(50, row -> random.nextDouble() < Logistic.probability(0.5 + sums[row]));
        Calibrator its = Calibrator.learn(sums, won, seed);

        double best = surprise(sums, won, its.intercept(), its.slope());

        assertThat(its.isLogistic()).isTrue();
        for (double[] step : new double[][] {{0.01, 0}, {-0.01, 0}, {0, 0.01}, {0, -0.01}}) {
            assertThat(surprise(sums, won, its.intercept() + step[0], its.slope() + step[1]))
                    .isGreaterThan(best);
        }
    }

    /** With what a slope other than 1 costs. */
    private static double surprise(double[] sums, boolean[] won, double intercept, double slope) {
        double surprise = 2 * (slope - 1) * (slope - 1);
        for (int row = 0; row < sums.length; row++) {
            surprise += Logistic.loss(won[row], intercept + slope * sums[row]);
        }
        return surprise;
    }

    @Test
    void sums_that_rank_the_wrong_way_leave_the_base_rate() {
        double[] sums = new double[1_000];
        Arrays.setAll(sums, row -> row % 2 == 0 ? 1 : 4);
        Calibrator its = Calibrator.learn(sums, Columns.ends(1_000, row -> row % 2 == 0 && row % 4 == 0), 1);

        assertThat(its.isLogistic()).isTrue();
        assertThat(its.slope()).isPositive();
        assertThat(its.probability(2.5)).isCloseTo(0.25, within(1e-9));
        assertThat(its.probability(4)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void rates_that_no_curve_has_become_steps_joined_by_lines() {
        Calibrator its = thousands(new double[] {-1, 0, 1}, 50, 600, 620);

        assertThat(its.isLogistic()).isFalse();
        assertThat(its.probability(-1)).isCloseTo(50.5 / 1_001, within(1e-9));
        assertThat(its.probability(0)).isCloseTo(600.5 / 1_001, within(1e-9));
        assertThat(its.probability(0.25)).isCloseTo(605.5 / 1_001, within(1e-9));
        assertThat(its.probability(-9)).isEqualTo(its.probability(-1));
        assertThat(its.probability(9)).isCloseTo(620.5 / 1_001, within(1e-9));
    }

    @Test
    void steps_that_would_fall_are_one() {
        Calibrator its = thousands(new double[] {-1, 0, 1, 2}, 50, 620, 580, 900);

        assertThat(its.steps()).hasSize(3);
        assertThat(its.steps().get(0)).containsExactly(new double[] {-1, 50.5 / 1_001}, within(1e-9));
        assertThat(its.steps().get(1)).containsExactly(new double[] {0.5, 1_200.5 / 2_001}, within(1e-9));
        assertThat(its.steps().get(2)).containsExactly(new double[] {2, 900.5 / 1_001}, within(1e-9));
    }

    @Test
    void steps_are_far_enough_apart_to_be_told() {
        Calibrator its = thousands(new double[] {-1, 0, 0.0005, 2}, 50, 580, 620, 640);

        assertThat(its.isLogistic()).isFalse();
        for (int step = 1; step < its.steps().size(); step++) {
            assertThat(its.steps().get(step)[0]).isGreaterThan(its.steps().get(step - 1)[0] + 0.001);
        }
    }

    @Test
    void a_probability_is_found_at_its_sum() {
        Calibrator curve = Calibrator.learn(new double[] {-1, -1, 1, 1}, new boolean[] {true, false, false, true}, 1);
        Calibrator steps = thousands(new double[] {-1, 0, 1}, 50, 600, 620);

        assertThat(curve.probability(curve.sumOf(0.7))).isCloseTo(0.7, within(1e-9));
        assertThat(steps.sumOf(605.5 / 1_001)).isCloseTo(0.25, within(1e-6));
    }
}
