package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static Scale scale(Bands bands, double[] sums, boolean[] won) {
        return Scale.choose(bands, sums, won, Calibrator.learn(sums, won, 1));
    }

    private static long from(Scale scale, double[] sums, double score) {
        return Arrays.stream(sums)
                .filter(sum -> scale.shift() + scale.perUnit() * sum >= score - 1e-6)
                .count();
    }

    private static double[] hundredths(int rows) {
        double[] sums = new double[rows];
        Arrays.setAll(sums, row -> row / 100.0);
        return sums;
    }

    @Test
    void bands_by_rank_hold_the_stated_shares_of_the_rows() {
        double[] sums = hundredths(1_000);
        Scale scale = scale(Bands.BY_RANK, sums, Columns.ends(1_000, row -> row >= 800));

        assertThat(scale.byRank()).isTrue();
        assertThat(from(scale, sums, 70)).isEqualTo(100);
        assertThat(from(scale, sums, 40)).isEqualTo(300);
    }

    @Test
    void bands_by_probability_begin_at_the_stated_probabilities() {
        double[] sums = new double[400];
        Arrays.setAll(sums, row -> row % 40 / 10.0 - 2);
        boolean[] won = Columns.ends(400, row -> row / 40 < 10 * Logistic.probability(sums[row]));
        Calibrator calibrator = Calibrator.learn(sums, won, 1);
        Scale scale = Scale.choose(Bands.BY_PROBABILITY, sums, won, calibrator);

        assertThat(scale.byRank()).isFalse();
        assertThat(scale.shift() + scale.perUnit() * calibrator.sumOf(0.7)).isCloseTo(70, within(1e-6));
        assertThat(scale.shift() + scale.perUnit() * calibrator.sumOf(0.4)).isCloseTo(40, within(1e-6));
    }

    @Test
    void a_rare_end_is_banded_by_rank_and_a_common_one_by_probability() {
        double[] sums = new double[1_000];
        Arrays.setAll(sums, row -> row % 100 / 20.0 - 2.5);

        boolean[] common = Columns.ends(1_000, row -> row / 100 < 10 * Logistic.probability(sums[row]));
        boolean[] rare = Columns.ends(1_000, row -> row / 100 < 10 * Logistic.probability(sums[row] - 4));

        assertThat(scale(Bands.BY_RANK_IF_RARE, sums, common).byRank()).isFalse();
        assertThat(scale(Bands.BY_RANK_IF_RARE, sums, rare).byRank()).isTrue();
    }

    @Test
    void the_fewest_rows_to_learn_from_can_be_banded_by_rank() {
        double[] sums = hundredths(50);
        Scale scale = scale(Bands.BY_RANK, sums, Columns.ends(50, row -> row >= 40));

        assertThat(from(scale, sums, 70)).isBetween(1L, 6L);
    }
}
