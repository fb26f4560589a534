package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.scoring.Bin;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardWriterTest {
    private static CardWriter write(FineBins bins, boolean[] won, double... curve) {
        var model = new Model(0.5, new double[][] {curve}, List.of(), new double[won.length], 2, List.of(), List.of());
        return new CardWriter(List.of(bins), model, new Scale(50, 10, false), won);
    }

    @Test
    void texts_with_one_effect_share_a_bin_and_each_row_counts_in_its_own() {
        boolean[] won = Columns.ends(12, row -> row < 6);
        LevelBins bins = Columns.levels("Source", 12, row -> row < 4 ? "ads" : row < 7 ? "fair" : "mail");

        CardWriter writer = write(bins, won, 1.2, 1.2, -0.7, 0, 0);

        assertThat(writer.base()).isEqualTo(55);
        assertThat(writer.factors())
                .singleElement()
                .satisfies(factor -> assertThat(factor.bins())
                        .containsExactly(Bin.anyOf(List.of("ads", "fair"), 12), Bin.anyOf(List.of("mail"), -7)));
        assertThat(writer.curves().get(0).bins())
                .containsExactly(
                        new FactorCurve.Bin("ads, fair", 7, 6 / 7.0, 12), new FactorCurve.Bin("mail", 5, 0.0, -7));
    }

    @Test
    void a_column_without_effect_is_left_out_and_what_it_gives_all_rows_goes_to_the_base() {
        boolean[] won = Columns.ends(12, row -> row < 6);
        LevelBins bins = Columns.levels("Source", 12, row -> row < 4 ? "ads" : "mail");

        CardWriter writer = write(bins, won, 0.3, 0.3, 0.3, 0.3);

        assertThat(writer.base()).isEqualTo(58);
        assertThat(writer.factors()).isEmpty();
        assertThat(writer.leftOut()).extracting(LeftOut::code).containsExactly("no-effect");
    }

    @Test
    void a_rare_number_far_away_is_no_code() {
        NumberBins rare = NumberBins.of(Columns.column("Days", 300, row -> row == 0 ? "999" : "" + row % 40), 300, 12);
        NumberBins code = NumberBins.of(Columns.column("Days", 300, row -> row < 30 ? "999" : "" + row % 40), 300, 12);

        assertThat(rare.isAlone(rare.ranges() - 1)).isFalse();
        assertThat(code.isAlone(code.ranges() - 1)).isTrue();
        assertThat(code.isAlone(0)).isFalse();
    }
}
