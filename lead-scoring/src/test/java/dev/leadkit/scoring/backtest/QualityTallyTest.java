package dev.leadkit.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityTallyTest {
    private final QualityTally tally = new QualityTally();

    @Test
    void the_best_tenth_holds_the_good_ends_of_the_highest_ranks() {
        tally.addTie(16, 1);
        tally.addTie(2, 1);
        tally.addTie(2, 2);

        List<Quality.Decile> deciles = tally.quality().deciles();

        // 4 of 20 end well: 2 of the 2 best, 1 of the next 2, and 1 of the 16 others, which are tied.
        assertThat(deciles).hasSize(10);
        assertThat(deciles.get(0)).isEqualTo(new Quality.Decile(1.0, 5.0, 0.5));
        assertThat(deciles.get(1)).isEqualTo(new Quality.Decile(0.5, 2.5, 0.75));
        assertThat(deciles.get(2).rate()).isCloseTo(1 / 16.0, within(1e-12));
        assertThat(deciles.get(2).captured()).isCloseTo((3 + 2 / 16.0) / 4, within(1e-12));
        assertThat(deciles.get(9).captured()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_tenth_without_a_row_is_as_good_as_all_of_them() {
        tally.addTie(1, 0);
        tally.addTie(1, 1);

        List<Quality.Decile> deciles = tally.quality().deciles();

        assertThat(deciles.get(0)).isEqualTo(new Quality.Decile(0.5, 1.0, 0.0));
        assertThat(deciles.get(4)).isEqualTo(new Quality.Decile(1.0, 2.0, 1.0));
        assertThat(deciles.get(9)).isEqualTo(new Quality.Decile(0.0, 0.0, 1.0));
    }

    @Test
    void what_the_base_rate_alone_would_give_stands_beside_it() {
        tally.addProbability(0.25, false);
        tally.addProbability(0.75, true);
        tally.addTie(3, 1);
        tally.addTie(1, 1);

        Quality quality = tally.quality();

        assertThat(quality.rows()).isEqualTo(4);
        assertThat(quality.positives()).isEqualTo(2);
        assertThat(quality.baseBrier()).isEqualTo(0.25);
        assertThat(quality.baseLogLoss()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(quality.brier()).isCloseTo(2 * 0.0625 / 4, within(1e-12));
        assertThat(quality.logLoss()).isCloseTo(-2 * Math.log(0.75) / 4, within(1e-12));
        assertThat(quality.ece()).isCloseTo((0.25 + 0.25) / 4, within(1e-12));
        // Of the pairs of a good and a bad end the good one ranks higher in 2 of 4, and 2 are tied.
        assertThat(quality.auc()).isEqualTo(0.75);
    }

    @Test
    void rows_of_one_end_alone_say_nothing() {
        tally.addTie(3, 3);

        assertThatThrownBy(tally::quality)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("3 rows, 3 of them with a good end");
    }
}
