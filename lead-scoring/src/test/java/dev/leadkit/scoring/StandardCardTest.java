package dev.leadkit.scoring;

import static dev.leadkit.scoring.Leads.NOW;
import static dev.leadkit.scoring.Leads.aLead;
import static dev.leadkit.scoring.Leads.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Score;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandardCardTest {

    private final Scorecard card = Scorecard.standard();

    @Test
    void a_buyer_with_e_mail_and_phone_who_asks_a_few_questions_is_hot() {
        Lead lead = aLead().contact(Leads.emailAndPhone())
                .engagement(chat(3, 2, 1, 0.7, 0))
                .build();

        Score score = card.score(lead, NOW);

        assertThat(score.band()).isEqualTo("hot");
        assertThat(score.value()).isEqualTo(22 + 12 + 25 + 10 + 3);
    }

    @Test
    void an_e_mail_and_some_interest_make_a_lead_warm() {
        assertThat(bandOf(aLead().contact(Leads.email()).engagement(chat(3, 2, 1, 0, 0.7))))
                .isEqualTo("warm");
        assertThat(bandOf(aLead().contact(Leads.email()).engagement(chat(4, 3, 2))))
                .isEqualTo("warm");
        assertThat(bandOf(aLead().contact(Leads.email()).engagement(chat(2, 0, 1, 0.9, 0))))
                .isEqualTo("warm");
    }

    @Test
    void a_looker_stays_cold_however_much_is_asked() {
        assertThat(bandOf(aLead().engagement(chat(2, 1, 1)))).isEqualTo("cold");
        assertThat(bandOf(aLead().engagement(chat(50, 50, 200, 0.2, 0.9)))).isEqualTo("cold");
    }

    @Test
    void nobody_is_hot_who_left_no_way_to_be_reached() {
        assertThat(bandOf(aLead().engagement(chat(50, 50, 200, 1, 1)))).isEqualTo("warm");
    }

    @Test
    void a_lead_of_which_nothing_is_known_has_no_points() {
        Score score = card.score(aLead().build(), NOW);

        assertThat(score.value()).isZero();
        assertThat(score.contributions()).hasSameSizeAs(card.factors()).allMatch(part -> part.points() == 0);
    }

    @Test
    void everything_together_is_exactly_100() {
        var all = new Engagement(50, 50, Duration.ofHours(2), Set.of("web"), 1, 1, true, NOW, NOW);
        Lead lead = aLead().contact(
                        Leads.emailAndPhone().withName(Leads.said("Jane")).withCompany(Leads.said("Acme")))
                .engagement(all)
                .build();

        Score score = card.score(lead, NOW);

        assertThat(score.value()).isEqualTo(100);
        assertThat(score.contributions()).hasSameSizeAs(card.factors());
    }

    @Test
    void does_not_change_with_time() {
        Lead lead = aLead().contact(Leads.email()).engagement(chat(5, 3, 4)).build();

        Score later = card.score(lead, NOW.plus(Duration.ofDays(400)));

        assertThat(later.contributions()).isEqualTo(card.score(lead, NOW).contributions());
        assertThat(later.nextChangeAt()).isNull();
    }

    private String bandOf(Lead.Builder lead) {
        return card.score(lead.build(), NOW).band();
    }
}
