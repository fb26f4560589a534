package dev.leadkit.examples.leaddesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.NewLead;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.tenant.CardRole;
import dev.leadkit.scoring.tenant.TenantScorecards;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandChangesTest {
    private static Scorecard card(int points) {
        return Scorecard.parse("""
                {"kind": "scorecard", "format": 1, "name": "c", "version": %d,
                 "factors": [{"id": "email", "label": "E-mail", "dimension": "engagement", "input": "contact.email",
                   "bins": [{"equals": "yes", "points": %d}]}],
                 "bands": [{"key": "hot", "from": 70}, {"key": "warm", "from": 40}, {"key": "cold", "from": 0}]}""".formatted(points + 1, points));
    }

    /** @param emails of leads of a tenant with the card; empty for a lead without */
    private static BandChanges changes(Scorecard present, Scorecard other, String... emails) {
        var store = new InMemoryLeadStore();
        TenantScorecards cards = TenantScorecards.over(store);
        LeadDesk desk = LeadKit.builder()
                .store(store)
                .scorers(cards)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        for (String email : emails) {
            desk.create(
                    email.isEmpty()
                            ? NewLead.named("Without")
                            : NewLead.named("With").email(email));
        }
        cards.at(desk).publish(CardRole.LIVE, present, 0);
        return BandChanges.of(cards.at(desk), present, other, desk::get);
    }

    @Test
    void counts_who_comes_from_which_band_into_which() {
        BandChanges changes = changes(card(75), card(45), "with@garden.example", "", "");

        assertThat(changes.leads()).isEqualTo(3);
        assertThat(changes.changed()).isEqualTo(1);
        assertThat(changes.bands()).containsExactly("hot", "warm", "cold");
        assertThat(changes.rows())
                .containsExactly(
                        new BandChanges.Row("hot", List.of(0L, 1L, 0L)),
                        new BandChanges.Row("warm", List.of(0L, 0L, 0L)),
                        new BandChanges.Row("cold", List.of(0L, 0L, 2L)));
        assertThat(changes.before()).containsExactly(2, 0, 0, 0, 0, 0, 0, 1, 0, 0);
        assertThat(changes.after()).containsExactly(2, 0, 0, 0, 1, 0, 0, 0, 0, 0);
        assertThat(changes.largest()).singleElement().satisfies(shift -> {
            assertThat(shift.by()).isEqualTo(-30);
            assertThat(shift.lead().displayName()).isEqualTo("With");
        });
    }

    @Test
    void the_same_card_changes_nothing() {
        BandChanges changes = changes(card(100), card(100), "with@garden.example", "", "");

        assertThat(changes.changed()).isZero();
        assertThat(changes.largest()).isEmpty();
        assertThat(changes.after()).isEqualTo(changes.before());
        assertThat(changes.before()[9]).isEqualTo(1);
    }

    @Test
    void of_nobody_there_is_nothing() {
        assertThat(changes(card(1), card(2)).leads()).isZero();
    }
}
