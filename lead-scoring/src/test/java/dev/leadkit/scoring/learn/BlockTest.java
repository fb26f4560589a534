package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlockTest {
    @Test
    void a_straight_line_has_mean_zero_and_deviation_one_over_the_rows_in_the_chain() {
        Block block = Block.chain(
                new int[0], new int[] {2, 1, 50, 9}, new boolean[] {true, true, false, false}, new double[] {4, 10, 99
                });

        // Mean (2 * 4 + 10) / 3 = 6, variance (2 * 4 + 16) / 3 = 8.
        assertThat(block.trends()[0])
                .containsExactly(new double[] {-2 / Math.sqrt(8), 4 / Math.sqrt(8), 0, 0}, within(1e-12));
    }

    @Test
    void positions_all_alike_make_no_line() {
        Block block = Block.chain(new int[0], new int[] {2, 3}, new boolean[] {true, true}, new double[] {5, 5});

        assertThat(block.trends()[0]).containsExactly(0, 0);
    }

    @Test
    void neighbours_in_the_chain_are_linked_and_the_last_has_none() {
        Block block = Block.chain(new int[0], new int[] {1, 1, 1, 1, 1}, new boolean[] {true, true, false, true, true});

        assertThat(block.isLinked(0)).isTrue();
        assertThat(block.isLinked(1)).isFalse();
        assertThat(block.isLinked(2)).isFalse();
        assertThat(block.isLinked(3)).isTrue();
        assertThat(block.isLinked(4)).isFalse();
    }

    @Test
    void only_the_last_cell_is_pinned() {
        int[] counts = {1, 1, 1};

        assertThat(Block.cells(new int[0], counts).isPinned(2)).isTrue();
        assertThat(Block.cells(new int[0], counts).isPinned(1)).isFalse();
        assertThat(Block.levels(new int[0], counts).isPinned(2)).isFalse();
    }
}
