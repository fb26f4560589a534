package dev.leadkit.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Calibration;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Row;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.UnsuppliedInputsException;
import dev.leadkit.scoring.history.ClosedRow;
import dev.leadkit.scoring.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static Scorecard card(int version, double pointsForFive) {
        return Scorecard.named("visits")
                .version(version)
                .factor(Factor.fit("visits", "Visits", "column.Visits")
                        .withBins(Bin.below(2, 10), Bin.between(2, 5, 50), Bin.from(5, pointsForFive)))
                .build();
    }

    private static History history(String... visitsAndEnds) {
        List<ClosedRow> rows = new ArrayList<>();
        for (String pair : visitsAndEnds) {
            String[] parts = pair.split(" ");
            rows.add(new ClosedRow("row " + rows.size(), Row.of(List.of(parts[0])), parts[1].equals("won")));
        }
        return History.of(List.of("column.Visits"), rows);
    }

    private final History history = history("1 lost", "1 lost", "1 won", "3 lost", "3 won", "3 won", "7 won", "7 won");

    @Test
    void counts_rows_and_good_ends_by_band() {
        CardResult result = Backtest.of(card(1, 80), history);

        assertThat(result.card()).isEqualTo("visits@1");
        assertThat(result.bands())
                .extracting(BandResult::band, BandResult::rows, BandResult::won)
                .containsExactly(tuple("hot", 2L, 2L), tuple("warm", 3L, 2L), tuple("cold", 3L, 1L));
        assertThat(result.bands().get(0).captured()).isEqualTo(2 / 5.0);
        assertThat(result.bands().get(1).share()).isEqualTo(3 / 8.0);
        assertThat(result.bands().get(1).rate()).isEqualTo(2 / 3.0);
        assertThat(result.calibrated()).isFalse();
    }

    @Test
    void says_what_following_up_from_each_band_on_would_have_meant() {
        CardResult result = Backtest.of(card(1, 80), history);

        assertThat(result.limits())
                .containsExactly(new Confusion("hot", 70, 2, 0, 3, 3), new Confusion("warm", 40, 4, 1, 1, 2));
        assertThat(result.limits().get(1).precision()).isEqualTo(0.8);
        assertThat(result.limits().get(1).recall()).isEqualTo(0.8);
    }

    @Test
    void takes_probabilities_from_the_unrounded_sum() {
        Scorecard calibrated = Scorecard.named("visits")
                .base(0.4)
                .factor(Factor.fit("visits", "Visits", "column.Visits").withBins(Bin.from(2, 0.05)))
                .calibration(Calibration.logistic(0, 10))
                .build();

        Quality quality = Backtest.of(calibrated, history).quality();

        double low = 1 / (1 + Math.exp(-4));
        double high = 1 / (1 + Math.exp(-4.5));
        double brier = (2 * low * low + (1 - low) * (1 - low) + high * high + 4 * (1 - high) * (1 - high)) / 8;
        assertThat(quality.brier()).isCloseTo(brier, within(1e-12));
    }

    @Test
    void sets_two_cards_side_by_side_and_names_the_rows_that_change_band() {
        Comparison comparison = Backtest.compare(card(1, 80), card(2, 60), history);

        assertThat(comparison.first().card()).isEqualTo("visits@1");
        assertThat(comparison.second().card()).isEqualTo("visits@2");
        assertThat(comparison.changed()).isEqualTo(2);
        assertThat(comparison.toJson()).contains("\"changed\":2", "\"moves\":{\"hot → warm\":2}");
        assertThat(comparison.moves()).containsExactly(Map.entry("hot → warm", 2L));
        assertThat(comparison.changes())
                .containsExactly(
                        new BandChange("row 6", true, "hot", "warm", 80, 60),
                        new BandChange("row 7", true, "hot", "warm", 80, 60));
    }

    @Test
    void a_card_beside_itself_changes_nothing() {
        Comparison comparison = Backtest.compare(card(1, 80), card(1, 80), history);

        assertThat(comparison.changed()).isZero();
        assertThat(comparison.first()).isEqualTo(comparison.second());
    }

    @Test
    void an_empty_band_has_no_rate() {
        CardResult result = Backtest.of(card(1, 60), history);

        assertThat(result.bands().get(0).rows()).isZero();
        assertThat(result.bands().get(0).rate()).isNull();
        assertThat(result.toJson())
                .contains("\"band\":\"hot\",\"from\":70,\"rows\":0,\"won\":0,\"share\":0.0,\"captured\"");
    }

    @Test
    void refuses_a_card_that_reads_what_the_history_does_not_have() {
        assertThatThrownBy(() -> Backtest.of(Scorecard.standard(), history))
                .isInstanceOf(UnsuppliedInputsException.class);
    }
}
