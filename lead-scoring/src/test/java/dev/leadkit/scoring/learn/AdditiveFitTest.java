package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdditiveFitTest {
    private static final int[] ALL = IntStream.range(0, 60).toArray();
    private static final int[] CODES =
            IntStream.range(0, 60).map(row -> row / 20).toArray();
    private static final int[] COUNTS = {20, 20, 20};
    private static final int[] GOOD = {3, 10, 17};
    private static final boolean[] WON = Columns.ends(60, row -> row % 20 < GOOD[row / 20]);

    @Test
    void begins_with_the_log_odds_of_its_rows_half_a_row_added_to_each_end() {
        boolean[] won = {true, false, false, false, true};

        assertThat(new AdditiveFit.Rows(new int[] {0, 1, 2, 3}, won, null).logOdds())
                .isCloseTo(Math.log(1.5 / 3.5), within(1e-12));
        assertThat(new AdditiveFit.Rows(new int[] {0, 4}, won, null).logOdds()).isCloseTo(Math.log(5), within(1e-12));
    }

    /** What the rows of each bin pull at its coefficient, for each unit of it. */
    private static double[] pulls(AdditiveFit fit) {
        var pulls = new double[3];
        for (int bin = 0; bin < 3; bin++) {
            double its = fit.curves()[0][bin];
            pulls[bin] = (GOOD[bin] - 20 * Logistic.probability(fit.intercept() + its)) / its;
        }
        return pulls;
    }

    @Test
    void the_likelihood_and_the_strength_hold_each_other_at_the_fit() {
        var rows = new AdditiveFit.Rows(ALL, WON, null);
        // All bins but the middle one, whose coefficient is 0.
        AdditiveFit learned = AdditiveFit.learn(List.of(Block.levels(CODES, COUNTS)), rows);
        double[] usual = pulls(learned.refit(rows, 1));
        double[] stronger = pulls(learned.refit(rows, 8));

        assertThat(usual[0]).isPositive().isCloseTo(usual[2], within(1e-3));
        assertThat(stronger[0]).isCloseTo(8 * usual[0], within(1e-2)).isCloseTo(stronger[2], within(1e-3));
    }

    @Test
    void the_fitted_probabilities_add_up_to_the_good_ends() {
        boolean[] won = Columns.ends(60, row -> row % 20 < GOOD[row / 20] - 2);
        var rows = new AdditiveFit.Rows(ALL, won, null);
        var sums = new double[60];

        AdditiveFit.learn(List.of(Block.levels(CODES, COUNTS)), rows)
                .refit(rows, 2)
                .addSums(ALL, sums);

        assertThat(IntStream.of(ALL)
                        .mapToDouble(row -> Logistic.probability(sums[row]))
                        .sum())
                .isCloseTo(24, within(1e-3));
    }

    @Test
    void what_is_given_beforehand_is_not_learned_again() {
        var given = new double[60];
        for (int row = 0; row < 60; row++) {
            given[row] = Logistic.logOdds(GOOD[row / 20] / 20.0);
        }

        AdditiveFit fit =
                AdditiveFit.learn(List.of(Block.levels(CODES, COUNTS)), new AdditiveFit.Rows(ALL, WON, given));

        assertThat(fit.intercept()).isCloseTo(0, within(1e-6));
        assertThat(fit.curves()[0]).containsExactly(new double[3], within(1e-6));
    }
}
