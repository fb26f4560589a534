package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** By hand: a strength is (determined + 10) / (squares + 10 / that of its kind); 10, 5 for a line and 3 alone at first. */
class StrengthsTest {
    private static final int[] NO_CODES = {};

    private static double[][] inverse(double... diagonal) {
        var matrix = new double[diagonal.length][diagonal.length];
        for (int i = 0; i < diagonal.length; i++) {
            matrix[i][i] = diagonal[i];
        }
        return new Cholesky(matrix).inverseColumns();
    }

    @Test
    void all_of_them_are_multiplied_and_the_first_stay() {
        var blocks = List.of(Block.chain(
                NO_CODES, new int[] {1, 1}, new boolean[] {true, true}, new double[] {0, 1}, new double[] {0, 2}));
        Strengths before = Strengths.begin(blocks);

        Strengths after = before.times(3);

        assertThat(after.own(0)).isEqualTo(3 * before.own(0));
        assertThat(after.trend(0, 0)).isEqualTo(3 * before.trend(0, 0));
        assertThat(after.trend(0, 1)).isEqualTo(3 * before.trend(0, 1));
        assertThat(after.alone()).isEqualTo(3 * before.alone());
        assertThat(before.own(0)).isEqualTo(Strengths.begin(blocks).own(0));
    }

    @Test
    void levels_lean_on_the_other_levels() {
        List<Block> blocks =
                List.of(Block.levels(NO_CODES, new int[] {4, 4}), Block.levels(NO_CODES, new int[] {4, 0}));
        Strengths strengths = Strengths.begin(blocks);
        double[] theta = {0, 1, -1, 0.5, 7};

        double moved = strengths.update(blocks, new int[] {1, 3}, theta, inverse(1, 20, 20, 20, 20));

        // Determined 2 - 10 (1/20 + 1/20) = 1, squares 2; and 1 - 10/20 = 0.5, squares 0.25. An empty bin says nothing.
        double kind = (1 + 0.5 + 1) / (2 + 0.25 + 0.2);
        double first = (1 + 10) / (2 + 10 / kind);
        double second = (0.5 + 10) / (0.25 + 10 / kind);
        assertThat(strengths.own(0)).isCloseTo(first, within(1e-12));
        assertThat(strengths.own(1)).isCloseTo(second, within(1e-12));
        assertThat(moved).isCloseTo(Math.log(10 / first), within(1e-12));
    }

    @Test
    void cells_without_rows_and_the_last_say_nothing() {
        List<Block> blocks = List.of(Block.cells(NO_CODES, new int[] {4, 0, 4}));
        Strengths strengths = Strengths.begin(blocks);

        strengths.update(blocks, new int[] {1}, new double[] {0, 1, 5, 9}, inverse(1, 20, 20, 20));

        assertThat(strengths.own(0)).isCloseTo((0.5 + 10) / (1 + 10 * (1 + 0.2) / (0.5 + 1)), within(1e-12));
    }

    @Test
    void a_chain_is_held_by_its_steps_and_its_codes_by_themselves() {
        List<Block> blocks =
                List.of(Block.chain(NO_CODES, new int[] {4, 4, 4, 0}, new boolean[] {true, true, false, false}));
        Strengths strengths = Strengths.begin(blocks);
        double[][] curvature = {
            {1, 0, 0, 0, 0}, {0, 160, 80, 0, 0}, {0, 80, 160, 0, 0}, {0, 0, 0, 6, 0}, {0, 0, 0, 0, 6}
        };

        strengths.update(blocks, new int[] {1}, new double[] {0, 1, 3, 2, 9}, new Cholesky(curvature).inverseColumns());

        // The step's variance is 1/120 + 1/120 + 2/240 = 1/40, that of the code 1/6.
        double kind = (1 - 10 / 40.0 + 1) / (4 + 0.05);
        assertThat(strengths.own(0)).isCloseTo((1 - 10 / 40.0 + 10) / (4 + 10 / kind), within(1e-12));
        assertThat(strengths.alone()).isCloseTo((1 - 3 / 6.0 + 1) / (4 + 0.2), within(1e-12));
    }

    @Test
    void straight_lines_lean_on_those_of_other_chains() {
        boolean[] chained = {true, true};
        List<Block> blocks = List.of(
                Block.chain(NO_CODES, new int[] {4, 4}, chained, new double[] {0, 1}),
                Block.chain(NO_CODES, new int[] {4, 4}, chained, new double[] {0, 1}));
        Strengths strengths = Strengths.begin(blocks);
        double[] theta = {0, 0, 0, 2, 0, 0, 1};

        double moved = strengths.update(blocks, new int[] {1, 4}, theta, inverse(1, 1e4, 1e4, 50, 1e4, 1e4, 10));

        // Determined 1 - 5/50 and 1 - 5/10, squares 4 and 1.
        double kind = (0.9 + 0.5 + 1) / (4 + 1 + 0.05);
        assertThat(strengths.trend(0, 0)).isCloseTo((0.9 + 10) / (4 + 10 / kind), within(1e-12));
        assertThat(strengths.trend(1, 0)).isCloseTo((0.5 + 10) / (1 + 10 / kind), within(1e-12));
        assertThat(moved)
                .isGreaterThanOrEqualTo(Math.log(5 / strengths.trend(0, 0)))
                .isGreaterThanOrEqualTo(Math.abs(Math.log(strengths.own(0) / 10)));
    }
}
