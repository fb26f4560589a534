package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.scoring.BandsBy;
import dev.leadkit.scoring.Calibration;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Scorecard;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandsStandTest {
    private static final Scorecard CARD = Scorecard.named("visits")
            .factor(Factor.fit("visits", "Visits", "column.Visits").withEach(1))
            .calibration(Calibration.logistic(-7, 0.1))
            .build();

    @Test
    void shares_are_those_of_the_scores_that_the_rows_have() {
        BandsStand stand = BandsStand.of(CARD, true, new int[] {70, 69, 40, 40, 39, 0, 0, 0, 100});

        assertThat(stand.toBandsBy())
                .isEqualTo(BandsBy.rank(List.of(
                        new BandsBy.Share("hot", 0.2222),
                        new BandsBy.Share("warm", 0.3334),
                        new BandsBy.Share("cold", 0.4444))));
        assertThat(stand.describe())
                .isEqualTo("by rank: 70 and more for the best 22.2 % of the rows, 40 to 69 for the next 33.3 %");
    }

    @Test
    void probabilities_are_those_of_the_card_at_the_limits() {
        BandsStand stand = BandsStand.of(CARD, false, new int[] {1, 2});

        assertThat(stand.toBandsBy())
                .isEqualTo(
                        BandsBy.probability(List.of(new BandsBy.Least("hot", 0.5), new BandsBy.Least("warm", 0.0474))));
        assertThat(stand.describe()).isEqualTo("by probability: 70 at 50.0 %, 40 at 4.7 %");
    }
}
