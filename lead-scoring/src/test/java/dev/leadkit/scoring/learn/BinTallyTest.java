package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinTallyTest {
    private final BinTally tally = new BinTally(new boolean[] {true, false, true, true, false, false}, 3);

    @Test
    void counts_rows_and_the_share_of_good_ends_by_bin() {
        tally.add(0, 0);
        tally.add(0, 1);
        tally.add(0, 4);
        tally.add(0, 5);
        tally.add(1, 2);

        assertThat(tally.bin(0, "low", 5)).isEqualTo(new FactorCurve.Bin("low", 4, 0.25, 5));
        assertThat(tally.bin(1, "high", -1)).isEqualTo(new FactorCurve.Bin("high", 1, 1.0, -1));
        assertThat(tally.bin(2, "none", 0)).isEqualTo(new FactorCurve.Bin("none", 0, null, 0));
    }

    @Test
    void rows_in_no_bin_are_shown_together_without_points() {
        tally.add(-1, 0);
        tally.add(-1, 1);
        tally.add(-1, 2);
        tally.add(-1, 3);
        tally.add(0, 4);
        List<FactorCurve.Bin> shown = new ArrayList<>();

        tally.others(shown);

        assertThat(shown).containsExactly(new FactorCurve.Bin("any other", 4, 0.75, 0));
    }

    @Test
    void no_other_rows_are_not_shown() {
        tally.add(0, 0);
        List<FactorCurve.Bin> shown = new ArrayList<>();

        tally.others(shown);

        assertThat(shown).isEmpty();
    }

    @Test
    void the_spread_is_the_standard_deviation_of_the_points_of_all_rows() {
        double spread = tally.spread(List.of(
                new FactorCurve.Bin("a", 2, 0.5, 3),
                new FactorCurve.Bin("b", 1, 0.5, -2),
                new FactorCurve.Bin("c", 3, 0.5, 0)));

        // 3, 3, -2, 0, 0, 0: mean 4/6, squares 22/6
        assertThat(spread).isCloseTo(Math.sqrt(22 / 6.0 - 16 / 36.0), within(1e-12));
        assertThat(tally.spread(List.of(new FactorCurve.Bin("all", 6, 0.5, 0.7))))
                .isCloseTo(0, within(1e-7));
    }
}
