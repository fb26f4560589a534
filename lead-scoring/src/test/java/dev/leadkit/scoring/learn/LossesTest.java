package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossesTest {
    @Test
    void log_odds_are_the_logarithm_of_the_odds() {
        assertThat(Logistic.logOdds(0.5)).isZero();
        assertThat(Logistic.logOdds(0.75)).isCloseTo(Math.log(3), within(1e-12));
        assertThat(Logistic.logOdds(0.2)).isCloseTo(-Math.log(4), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.1, 0.3, 0.99})
    void probabilities_come_back_from_their_log_odds(double probability) {
        assertThat(Logistic.probability(Logistic.logOdds(probability))).isCloseTo(probability, within(1e-12));
    }

    @Test
    void an_outcome_surprises_by_the_logarithm_of_its_probability() {
        assertThat(Logistic.loss(true, 0)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(Logistic.loss(true, Math.log(3))).isCloseTo(-Math.log(0.75), within(1e-12));
        assertThat(Logistic.loss(false, Math.log(3))).isCloseTo(-Math.log(0.25), within(1e-12));
        assertThat(Logistic.loss(false, 1_000)).isFinite();
    }

    @Test
    void the_mean_and_its_standard_error_are_those_of_the_rows() {
        double[] values = {1, 2, 6};

        assertThat(Losses.mean(values)).isCloseTo(3, within(1e-12));
        assertThat(Losses.standardError(values)).isCloseTo(Math.sqrt(14) / 3, within(1e-12)); // 4 + 1 + 9 over 3 * 3
    }

    @Test
    void gains_are_what_is_lost_less_row_by_row() {
        boolean[] won = {true, false};
        double[] before = Losses.of(won, new double[] {0, 0});
        double[] after = Losses.of(won, new double[] {Math.log(3), Math.log(3)});

        assertThat(Losses.gains(before, after))
                .containsExactly(new double[] {Math.log(1.5), -Math.log(2)}, within(1e-12));
    }
}
