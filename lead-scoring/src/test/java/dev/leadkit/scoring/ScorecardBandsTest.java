package dev.leadkit.scoring;

import static dev.leadkit.scoring.Leads.NOW;
import static dev.leadkit.scoring.Leads.aLeadWith;
import static dev.leadkit.scoring.Leads.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.Band;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Score;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ScorecardBandsTest {

    /** As many points as messages. */
    private static ScorecardBuilder counting() {
        return Scorecard.named("counting")
                .factor(Factor.engagement("m", "Messages", "engagement.messages")
                        .withEach(1));
    }

    private static String bandAt(Scorecard card, int score) {
        return card.score(aLeadWith(chat(score, 0, 0)), NOW).band();
    }

    @Test
    void are_hot_from_70_warm_from_40_and_cold_below_unless_said_otherwise() {
        Scorecard card = counting().build();

        assertThat(card.bands()).containsExactly(new Band("hot", 70), new Band("warm", 40), new Band("cold", 0));
        for (int score = 0; score <= 100; score++) {
            assertThat(bandAt(card, score)).isEqualTo(score >= 70 ? "hot" : score >= 40 ? "warm" : "cold");
        }
    }

    @Test
    void reach_from_their_first_score_to_the_next_band_in_whatever_order_they_stand() {
        Scorecard card =
                counting().band("low", 0).band("perfect", 100).band("some", 1).build();

        assertThat(bandAt(card, 0)).isEqualTo("low");
        assertThat(bandAt(card, 1)).isEqualTo("some");
        assertThat(bandAt(card, 99)).isEqualTo("some");
        assertThat(bandAt(card, 100)).isEqualTo("perfect");
    }

    @Test
    void may_be_a_single_one() {
        Scorecard card = counting().band("any", 0).build();

        assertThat(bandAt(card, 0)).isEqualTo("any");
        assertThat(bandAt(card, 100)).isEqualTo("any");
    }

    @Test
    void must_cover_every_score() {
        assertProblem(counting().band("hot", 70).band("warm", 10), "/bands", "uncovered-scores");
    }

    @Test
    void must_differ_in_key_and_start() {
        assertProblem(counting().band("a", 0).band("a", 5), "/bands/1/key", "duplicate-band");
        assertProblem(counting().band("a", 0).band("b", 0), "/bands/1/from", "duplicate-from");
    }

    private static Lead aLeadWas(Scorecard card, String band, int messages) {
        var before = new Score(0, band, List.of(), card.id(), NOW, null);
        return aLeadWith(chat(messages, 0, 0)).toBuilder().score(before).build();
    }

    @Test
    void with_hysteresis_a_lead_leaves_its_band_beyond_the_edge() {
        Scorecard card = counting().hysteresis(3).build();

        for (int score = 1; score < 100; score++) {
            assertThat(card.score(aLeadWas(card, "hot", score), NOW).band())
                    .isEqualTo(score >= 67 ? "hot" : score >= 40 ? "warm" : "cold");
            assertThat(card.score(aLeadWas(card, "warm", score), NOW).band())
                    .isEqualTo(score >= 73 ? "hot" : score >= 37 ? "warm" : "cold");
            assertThat(card.score(aLeadWas(card, "cold", score), NOW).band())
                    .isEqualTo(score >= 70 ? "hot" : score >= 43 ? "warm" : "cold");
            assertThat(card.score(aLeadWas(card, "warm", score), NOW).value()).isEqualTo(score);
        }
    }

    @Test
    void with_hysteresis_the_outermost_scores_are_in_their_bands() {
        Scorecard card = counting()
                .band("none", 0)
                .band("some", 2)
                .band("all", 99)
                .hysteresis(10)
                .build();

        assertThat(card.score(aLeadWas(card, "some", 0), NOW).band()).isEqualTo("none");
        assertThat(card.score(aLeadWas(card, "some", 1), NOW).band()).isEqualTo("some");
        assertThat(card.score(aLeadWas(card, "some", 99), NOW).band()).isEqualTo("some");
        assertThat(card.score(aLeadWas(card, "some", 100), NOW).band()).isEqualTo("all");
    }

    @Test
    void hysteresis_needs_an_earlier_score_of_the_same_card_and_a_band_that_is_still_there() {
        Scorecard card = counting().hysteresis(3).build();
        Scorecard other = counting().version(2).hysteresis(3).build();

        assertThat(bandAt(card, 71)).isEqualTo("hot");
        assertThat(card.score(aLeadWas(other, "warm", 71), NOW).band()).isEqualTo("hot");
        assertThat(card.score(aLeadWas(card, "tepid", 71), NOW).band()).isEqualTo("hot");
        assertThat(card.score(aLeadWas(card, "warm", 71), NOW).band()).isEqualTo("warm");
        assertThat(Scorecard.parse(card.toJson())).isEqualTo(card);
        assertThat(card.hysteresis()).isEqualTo(3);
        assertThat(counting().build().hysteresis()).isZero();
    }

    private static void assertProblem(ScorecardBuilder card, String pointer, String code) {
        assertThatThrownBy(card::build)
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidDefinitionException.class))
                .extracting(InvalidDefinitionException::problems, InstanceOfAssertFactories.list(Problem.class))
                .extracting(problem -> List.of(problem.pointer(), problem.code()))
                .containsExactly(List.of(pointer, code));
    }
}
