package dev.leadkit.capture.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.capture.intent.AgreementRegression.Sample;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the regression comes to on samples small enough to be worked out, and that no step raises its loss. */
class AgreementRegressionTest {
    private static final double PENALTY = 0.0005;

    @Test
    void the_log_odds_are_bias_offset_and_the_weights_of_the_row() {
        var regression = new AgreementRegression(3);
        regression.weights()[0] = 0.5;
        regression.weights()[1] = 7;
        regression.weights()[2] = -2;

        assertThat(regression.logOdds(new int[] {0, 2}, 0.25)).isEqualTo(-1.25);
        assertThat(regression.logOdds(new int[0], 0.25)).isEqualTo(0.25);
    }

    @Test
    void of_half_and_half_without_features_the_bias_stays_nothing() {
        var regression = new AgreementRegression(0);

        regression.descend(sample(new int[][] {{}, {}}, true, false), 50);

        assertThat(regression.bias()).isCloseTo(0, within(1e-12));
    }

    @Test
    void the_bias_makes_up_for_an_offset_that_is_the_same_everywhere() {
        var regression = new AgreementRegression(0);
        Sample even = sample(new int[][] {{}, {}}, true, false);
        even.offsets()[0] = 1.5;
        even.offsets()[1] = 1.5;

        regression.descend(even, 400);

        assertThat(regression.bias()).isCloseTo(-1.5, within(1e-6));
    }

    /** Two features that mirror each other: at the least loss the log loss's slope and the penalty's are the same. */
    @Test
    void at_its_end_the_slope_of_the_loss_is_that_of_the_penalty() {
        var regression = new AgreementRegression(2);
        Sample sample = sample(new int[][] {{0}, {1}}, true, false);

        regression.descend(sample, 4000);

        double weight = regression.weights()[0];
        assertThat(regression.weights()[1]).isCloseTo(-weight, within(1e-9));
        assertThat(regression.bias()).isCloseTo(0, within(1e-9));
        assertThat(PENALTY * weight).isCloseTo(0.5 / (1 + Math.exp(weight)), within(1e-6));
    }

    /** The first step goes down the slope; the slope is taken from the loss itself, by a small difference. */
    @Test
    void the_first_step_goes_down_the_slope_of_the_loss() {
        Sample sample = new Sample(
                new int[][] {{0}, {0, 1}, {1}, {}},
                new double[] {0.3, -0.2, 0.1, 0},
                new boolean[] {true, true, false, false},
                new int[] {0, 0, 0, 0},
                new double[] {0.1, 0.4, 0.2, 0.3},
                1,
                1);
        var regression = new AgreementRegression(2);
        regression.weights()[0] = 0.4;
        regression.weights()[1] = -0.7;
        double[] before = {regression.weights()[0], regression.weights()[1], regression.bias()};

        regression.descend(sample, 1);

        double[] step = {
            before[0] - regression.weights()[0], before[1] - regression.weights()[1], before[2] - regression.bias()
        };
        double[] slope = new double[3];
        for (int i = 0; i < 3; i++) {
            double[] up = before.clone();
            double[] down = before.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            slope[i] = (loss(sample, up) - loss(sample, down)) / 2e-5;
        }
        double pace = step[0] / slope[0];
        assertThat(pace).isPositive();
        assertThat(step[1] / slope[1]).isCloseTo(pace, within(1e-4 * pace));
        assertThat(step[2] / slope[2]).isCloseTo(pace, within(1e-4 * pace));
    }

    /** With one feature in every row the second moments are all one, so that the steepest is two, whatever the shares. */
    @Test
    void a_step_is_as_long_as_the_steepest_direction_allows() {
        var regression = new AgreementRegression(1);

        regression.descend(sample(new int[][] {{0}, {0}, {0}, {0}}, true, true, true, false), 1);

        double slope = -0.25; // each pulls by a half of its quarter, three up and one down
        assertThat(regression.bias()).isCloseTo(-slope / (0.25 * 2 + PENALTY), within(1e-9));
        assertThat(regression.weights()[0]).isCloseTo(regression.bias(), within(1e-9));
    }

    @Test
    void what_sources_agree_on_moves_ten_times_as_far_as_what_they_dispute_or_one_alone_sees() {
        // Of each source two rows; feature 0 is for in both, 1 is for in one and less against in the other, 2 in one
        // alone.
        Sample sample = new Sample(
                new int[][] {{0, 1, 2}, {}, {0}, {1}},
                new double[4],
                new boolean[] {true, false, true, false},
                new int[] {0, 0, 1, 1},
                new double[] {0.5, 0.5, 0.5, 0.25},
                2,
                2);
        var regression = new AgreementRegression(3);

        regression.descend(sample, 1);

        // Slopes of sums: -0.25 - 0.25; -0.25 + 0.125; -0.25.
        double agreed = regression.weights()[0];
        assertThat(agreed).isPositive();
        assertThat(regression.weights()[1]).isCloseTo(agreed * 0.125 / 0.5 / 10, within(1e-9));
        assertThat(regression.weights()[2]).isCloseTo(agreed * 0.25 / 0.5 / 10, within(1e-9));
    }

    @Test
    void what_sources_agree_is_against_counts_as_much_as_what_they_agree_is_for() {
        Sample sample = new Sample(
                new int[][] {{0}, {1}, {0}, {1}},
                new double[4],
                new boolean[] {true, false, true, false},
                new int[] {0, 0, 1, 1},
                new double[] {0.5, 0.5, 0.5, 0.5},
                2,
                2);
        var regression = new AgreementRegression(2);

        regression.descend(sample, 1);

        assertThat(regression.weights()[0]).isPositive();
        assertThat(regression.weights()[1]).isCloseTo(-regression.weights()[0], within(1e-12));
    }

    private static double loss(Sample sample, double[] at) {
        double loss = PENALTY / 2 * (at[0] * at[0] + at[1] * at[1]);
        for (int i = 0; i < sample.rows().length; i++) {
            double sum = at[2] + sample.offsets()[i];
            for (int feature : sample.rows()[i]) {
                sum += at[feature];
            }
            loss += sample.shares()[i] * Math.log1p(Math.exp(sample.positive()[i] ? -sum : sum));
        }
        return loss;
    }

    /** Of one source, each row weighing the same. */
    private static Sample sample(int[][] rows, boolean... positive) {
        double[] shares = new double[rows.length];
        Arrays.fill(shares, 1.0 / rows.length);
        return new Sample(rows, new double[rows.length], positive, new int[rows.length], shares, 1, 1);
    }
}
