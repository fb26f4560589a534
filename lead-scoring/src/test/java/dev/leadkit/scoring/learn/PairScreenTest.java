package dev.leadkit.scoring.learn;

import static dev.leadkit.scoring.learn.Columns.levels;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairScreenTest {
    /** Two values that come in turns, so many rows of each. */
    private static LevelBins turns(String name, int rows, int each) {
        return levels(name, rows, row -> row / each % 2 == 0 ? "no" : "yes");
    }

    private static List<Pair> strongest(PairScreen screen, int most, boolean[] won) {
        return screen.strongest(most, IntStream.range(0, won.length).toArray(), won, new double[won.length]);
    }

    /** Each cell of two columns has so many rows, and so many more or fewer than half of them end well, in turns. */
    private static List<Pair> unevenBy(int rows, int more) {
        var screen = new PairScreen(List.of(turns("A", 4 * rows, rows), turns("B", 4 * rows, 2 * rows)), 4 * rows);
        boolean[] won = Columns.ends(4 * rows, row -> {
            int cell = row / rows;
            return row % rows < rows / 2 + (cell == 0 || cell == 3 ? more : -more);
        });
        return strongest(screen, 6, won);
    }

    @Test
    void each_two_columns_are_a_pair() {
        List<FineBins> columns = List.of(turns("A", 80, 1), turns("B", 80, 2), turns("C", 80, 4), turns("D", 80, 8));

        assertThat(new PairScreen(columns, 80).pairs()).isEqualTo(6);
        assertThat(new PairScreen(columns.subList(0, 2), 80).pairs()).isEqualTo(1);
    }

    @Test
    void finds_the_two_columns_that_say_together_what_neither_says_alone() {
        List<FineBins> columns = List.of(turns("A", 160, 1), turns("B", 160, 2), turns("C", 160, 4));
        List<Pair> found = strongest(new PairScreen(columns, 160), 6, Columns.ends(160, row -> row % 2 == row / 4 % 2));

        assertThat(found)
                .singleElement()
                .satisfies(pair -> assertThat(
                                List.of(pair.first().column(), pair.second().column()))
                        .containsExactlyInAnyOrder(0, 2));
    }

    @Test
    void gives_no_more_than_asked_for_and_the_strongest_first() {
        List<FineBins> columns = List.of(turns("A", 320, 1), turns("B", 320, 2), turns("C", 320, 4));
        // Always as A and C say together, and otherwise as A and B say.
        boolean[] won = Columns.ends(320, row -> row % 20 < 14 ? row % 2 == row / 4 % 2 : row % 2 == row / 2 % 2);
        var screen = new PairScreen(columns, 320);

        assertThat(strongest(screen, 1, won)).hasSize(1);
        assertThat(strongest(screen, 1, won).get(0).first().column()
                        + strongest(screen, 1, won).get(0).second().column())
                .isEqualTo(2);
        assertThat(strongest(screen, 0, won)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"40, 3, 1", "40, 0, 0", "8, 1, 0", "40, 20, 1"})
    void what_chance_would_make_is_no_pair(int rows, int more, int pairs) {
        assertThat(unevenBy(rows, more)).hasSize(pairs);
    }

    @Test
    void rows_with_values_in_no_group_make_no_pair() {
        List<FineBins> columns = List.of(
                levels("A", 72, row -> row < 32 ? "a" + row / 8 % 2 : "rare" + row),
                levels("B", 72, row -> row < 32 ? "b" + row / 16 : "rare" + row));

        assertThat(strongest(new PairScreen(columns, 72), 6, Columns.ends(72, row -> row >= 32 || row % 8 < 4)))
                .isEmpty();
    }

    @Test
    void each_two_groups_are_a_cell_and_values_in_no_group_share_the_last() {
        LevelBins first = levels("A", 12, row -> row < 5 ? "often" : row < 9 ? "seldom" : row == 9 ? "once" : null);
        LevelBins second = levels("B", 12, row -> row % 2 == 0 ? "x" : "y");
        var pair = new Pair(new Pair.Groups(0, first), new Pair.Groups(1, second));

        assertThat(pair.cells()).isEqualTo(3 * 2 + 1);
        assertThat(IntStream.range(0, 12).map(pair::cell)).containsExactly(0, 1, 0, 1, 0, 3, 2, 3, 2, 6, 4, 5);
        assertThat(pair.block(12).counts()).containsExactly(3, 2, 2, 2, 1, 1, 1);
    }

    @Test
    void numbers_are_in_six_groups_of_about_as_many_rows() {
        var bins = NumberBins.of(Columns.column("Visits", 120, row -> "" + row % 12), 120, 12);
        var groups = new Pair.Groups(0, bins);

        assertThat(groups.count()).isEqualTo(6);
        assertThat(IntStream.range(0, 12).map(groups::ofRow)).containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    }
}
