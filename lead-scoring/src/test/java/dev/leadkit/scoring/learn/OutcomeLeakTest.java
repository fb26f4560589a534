package dev.leadkit.scoring.learn;

import static dev.leadkit.scoring.learn.Columns.levels;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeLeakTest {
    /** Every other five rows ended well. */
    private static boolean[] ends(int rows) {
        return Columns.ends(rows, row -> won(row));
    }

    private static boolean won(int row) {
        return row / 5 % 2 == 0;
    }

    /** The place of a row among those of its end and fold. */
    private static int place(int row) {
        return row / 10;
    }

    /** Of each hundred rows of an end and fold so many have the value of good ends, the others that of bad ones. */
    private static LevelBins right(String name, int rows, int inHundred) {
        return levels(name, rows, row -> (place(row) % 100 < inHundred) == won(row) ? "good" : "bad");
    }

    private static LeftOut found(List<FineBins> columns, int rows) {
        return Objects.requireNonNull(new OutcomeLeak(columns, ends(rows)).find(0));
    }

    @Test
    void a_column_that_ranks_all_rows_rightly_knows_the_end() {
        LeftOut found = found(List.of(right("Contract", 1_000, 100), right("Visits", 1_000, 75)), 1_000);

        // Of two values, three quarters right: 9/16 of the pairs are right, 6/16 are ties.
        assertThat(found.code()).isEqualTo("tells-the-outcome");
        assertThat(found.input()).isEqualTo("column.Contract");
        assertThat(found.reason()).contains("an AUC of 1.000, the best other column with 0.750:");
    }

    @Test
    void alone_it_is_compared_with_chance() {
        assertThat(found(List.of(right("Contract", 1_000, 100)), 1_000).reason())
                .contains("with 0.500:");
    }

    @Test
    void a_strong_column_far_ahead_of_all_others_knows_the_end_if_enough_rows_say_so() {
        List<FineBins> many = List.of(right("Stage", 5_000, 97), right("Visits", 5_000, 75));
        List<FineBins> rivals = List.of(right("Stage", 5_000, 97), right("Visits", 5_000, 85));

        assertThat(found(many, 5_000).reason()).contains("an AUC of 0.970, the best other column with 0.750:");
        assertThat(new OutcomeLeak(rivals, ends(5_000)).find(0)).isNull();
        assertThat(new OutcomeLeak(List.of(right("Stage", 100, 9)), ends(100)).find(0))
                .isNull();
    }

    @Test
    void hardly_any_luck_is_granted_to_an_almost_perfect_column() {
        var columns = List.<FineBins>of(levels("Stage", 600, row -> row == 0 ? "bad" : won(row) ? "good" : "bad"));

        assertThat(found(columns, 600).code()).isEqualTo("tells-the-outcome");
    }

    @Test
    void a_strong_column_is_kept_with_a_warning_unless_another_is_near() {
        var leak = new OutcomeLeak(List.of(right("Stage", 1_000, 92), right("Visits", 1_000, 70)), ends(1_000));
        var near = new OutcomeLeak(List.of(right("Stage", 1_000, 92), right("Visits", 1_000, 80)), ends(1_000));

        assertThat(leak.find(0)).isNull();
        assertThat(leak.warn(0)).startsWith("Stage alone has an AUC of 0.920, the best other column 0.700:");
        assertThat(leak.warn(1)).isNull();
        assertThat(near.warn(0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"15, true", "14, false"})
    void a_column_filled_for_good_ends_only_knows_the_end_once_fifteen_rows_have_it(int filled, boolean leaks) {
        var won = Columns.ends(100, row -> row < 50);
        LeftOut found =
                new OutcomeLeak(List.of(levels("Contract", 100, row -> row < filled ? "yes" : null)), won).find(0);

        assertThat(found != null).isEqualTo(leaks);
        if (found != null) {
            assertThat(found.code()).isEqualTo("filled-after-the-outcome");
            assertThat(found.reason()).isEqualTo("15 of 15 rows with values ended well, of all rows 50.0 %");
        }
    }

    @Test
    void a_column_filled_for_bad_ends_only_knows_the_end() {
        var won = Columns.ends(100, row -> row < 50);
        var leak = new OutcomeLeak(List.of(levels("Reason", 100, row -> row < 60 ? null : "price")), won);

        assertThat(Objects.requireNonNull(leak.find(0)).reason())
                .isEqualTo("only 0 of 40 rows with values ended well, where 20 would be usual");
    }

    @ParameterizedTest
    @CsvSource({"30, true", "29, false"})
    void a_value_that_only_good_ends_have_instead_of_the_usual_one_knows_the_end(int unusual, boolean leaks) {
        var won = Columns.ends(100, row -> row < 50);
        LeftOut found = new OutcomeLeak(List.of(levels("Paid", 100, row -> row < unusual ? "yes" : "no")), won).find(0);

        assertThat(found != null).isEqualTo(leaks);
        if (found != null) {
            assertThat(found.reason())
                    .isEqualTo("30 of 30 rows with other values than the usual one ended well, of all rows 50.0 %");
        }
    }

    @Test
    void values_of_both_ends_know_nothing() {
        var won = Columns.ends(100, row -> row < 50);
        var leak = new OutcomeLeak(List.of(levels("Size", 100, row -> row % 5 < 2 ? "big" : null)), won);

        assertThat(leak.find(0)).isNull();
        assertThat(leak.warn(0)).isNull();
    }
}
