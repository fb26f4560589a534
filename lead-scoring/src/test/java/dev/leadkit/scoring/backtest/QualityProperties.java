package dev.leadkit.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class QualityProperties {
    private record Drawn(boolean[] won, double[] ranking, double[] probabilities) {}

    /** Few different scores, so that most rows are tied. */
    private static Drawn draw(int rows, int scores, long seed) {
        var random = new Random(seed);
        var drawn = new Drawn(new boolean[rows], new double[rows], new double[rows]);
        for (int row = 0; row < rows; row++) {
            drawn.ranking[row] = random.nextInt(scores);
            drawn.probabilities[row] = random.nextInt(11) / 10.0;
            drawn.won[row] = row == 0 || row > 1 && random.nextBoolean();
        }
        return drawn;
    }

    @Property(tries = 200)
    void auc_is_the_share_of_pairs_ranked_rightly(
            @ForAll @IntRange(min = 2, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 8) int scores,
            @ForAll long seed) {
        Drawn drawn = draw(rows, scores, seed);
        double right = 0;
        int pairs = 0;
        for (int good = 0; good < rows; good++) {
            for (int bad = 0; bad < rows; bad++) {
                if (drawn.won[good] && !drawn.won[bad]) {
                    pairs++;
                    right += drawn.ranking[good] > drawn.ranking[bad]
                            ? 1
                            : drawn.ranking[good] == drawn.ranking[bad] ? 0.5 : 0;
                }
            }
        }

        assertThat(Quality.auc(drawn.won, drawn.ranking)).isCloseTo(right / pairs, within(1e-12));
    }

    @Property(tries = 200)
    void losses_and_calibration_are_what_their_formulas_say(
            @ForAll @IntRange(min = 2, max = 60) int rows, @ForAll long seed) {
        Drawn drawn = draw(rows, 5, seed);
        double brier = 0;
        double logLoss = 0;
        double ece = 0;
        for (int row = 0; row < rows; row++) {
            double p = drawn.probabilities[row];
            brier += Math.pow(p - (drawn.won[row] ? 1 : 0), 2) / rows;
            double said = Math.min(1 - 1e-6, Math.max(1e-6, drawn.won[row] ? p : 1 - p));
            logLoss -= Math.log(said) / rows;
        }
        for (int part = 0; part < 10; part++) {
            double gap = 0;
            for (int row = 0; row < rows; row++) {
                double p = drawn.probabilities[row];
                if (p >= part / 10.0 && p < (part + 1) / 10.0 || part == 9 && p == 1) {
                    gap += p - (drawn.won[row] ? 1 : 0);
                }
            }
            ece += Math.abs(gap) / rows;
        }

        Quality quality = Quality.of(drawn.won, drawn.ranking, drawn.probabilities);

        assertThat(quality.brier()).isCloseTo(brier, within(1e-9));
        assertThat(quality.logLoss()).isCloseTo(logLoss, within(1e-9));
        assertThat(quality.ece()).isCloseTo(ece, within(1e-9));
    }

    @Property(tries = 100)
    void the_order_of_rows_changes_nothing(@ForAll @IntRange(min = 20, max = 80) int rows, @ForAll long seed) {
        Drawn drawn = draw(rows, 4, seed);
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            order.add(row);
        }
        Collections.shuffle(order, new Random(seed));
        var other = new Drawn(new boolean[rows], new double[rows], new double[rows]);
        for (int row = 0; row < rows; row++) {
            other.won[row] = drawn.won[order.get(row)];
            other.ranking[row] = drawn.ranking[order.get(row)];
            other.probabilities[row] = drawn.probabilities[order.get(row)];
        }

        Quality one = Quality.of(drawn.won, drawn.ranking, drawn.probabilities);
        Quality two = Quality.of(other.won, other.ranking, other.probabilities);

        assertThat(two.auc()).isCloseTo(one.auc(), within(1e-12));
        for (int part = 0; part < 10; part++) {
            assertThat(two.deciles().get(part).rate())
                    .isCloseTo(one.deciles().get(part).rate(), within(1e-9));
        }
    }

    @Property(tries = 100)
    void the_deciles_together_hold_all_good_ends(@ForAll @IntRange(min = 2, max = 80) int rows, @ForAll long seed) {
        Quality quality = Quality.of(draw(rows, 6, seed).won, draw(rows, 6, seed).ranking, new double[rows]);

        assertThat(quality.deciles()).hasSize(10);
        assertThat(quality.deciles().get(9).captured()).isCloseTo(1, within(1e-9));
    }

    @Example
    void lift_of_a_perfect_ranking_is_one_over_the_base_rate() {
        var won = new boolean[100];
        var ranking = new double[100];
        for (int row = 0; row < 100; row++) {
            won[row] = row >= 90;
            ranking[row] = row;
        }

        Quality quality = Quality.of(won, ranking, new double[100]);

        assertThat(quality.auc()).isEqualTo(1);
        assertThat(quality.deciles().get(0)).isEqualTo(new Quality.Decile(1, 10, 1));
    }

    @Example
    void refuses_rows_of_one_end() {
        assertThatThrownBy(() -> Quality.of(new boolean[3], new double[3], new double[3]))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("history: expected rows of both ends, found 3 rows, 0 of them with a good end");
    }
}
