package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthSearchTest {
    @Test
    void where_nothing_is_to_be_learned_weaker_and_stronger_are_tried_and_no_weaker_is_taken() {
        int[] codes = IntStream.range(0, 240).map(row -> row % 12).toArray();
        int[] counts = new int[12];
        Arrays.fill(counts, 20);
        boolean[] won = Columns.ends(240, row -> row / 12 % 2 == 0);
        var rows = new AdditiveFit.Rows(IntStream.range(0, 240).toArray(), won, null);
        AdditiveFit main = AdditiveFit.learn(List.of(Block.levels(codes, counts)), rows);

        var search = new StrengthSearch(main, won, new Folds(won, 5, 1));

        assertThat(search.tried()).extracting(StrengthTried::factor).startsWith(2.0, 1.0, 4.0);
        assertThat(search.factor()).isGreaterThanOrEqualTo(2);
        assertThat(search.fits()).hasSize(5);
        assertThat(search.tried().stream()
                        .filter(tried -> tried.factor() == search.factor())
                        .findFirst()
                        .orElseThrow()
                        .logLoss())
                .isLessThanOrEqualTo(search.tried().get(0).logLoss());
    }
}
