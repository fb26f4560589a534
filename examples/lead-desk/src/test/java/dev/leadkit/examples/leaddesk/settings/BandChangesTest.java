package dev.leadkit.examples.leaddesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadKit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BandChangesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Scorecard card(int points) {
        return Scorecard.parse("""
                {"kind": "scorecard", "format": 1, "name": "c", "version": 1,
                 "factors": [{"id": "email", "label": "E-mail", "dimension": "engagement", "input": "contact.email",
                   "bins": [{"equals": "yes", "points": %d}]}],
                 "bands": [{"key": "hot", "from": 70}, {"key": "warm", "from": 40}, {"key": "cold", "from": 0}]}""".formatted(points));
    }

    private static List<Lead> leads() {
        var desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        return List.of(
                desk.create(NewLead.named("With").email("with@garden.example")),
                desk.create(NewLead.named("Without")),
                desk.create(NewLead.named("Neither")));
    }

    @Test
    void counts_who_comes_from_which_band_into_which() {
        BandChanges changes = BandChanges.of(leads().stream(), card(75), card(45), NOW);

        assertThat(changes.leads()).isEqualTo(3);
        assertThat(changes.changed()).isEqualTo(1);
        assertThat(changes.bands()).containsExactly("hot", "warm", "cold");
        assertThat(changes.rows())
                .containsExactly(
                        new BandChanges.Row("hot", List.of(0, 1, 0)),
                        new BandChanges.Row("warm", List.of(0, 0, 0)),
                        new BandChanges.Row("cold", List.of(0, 0, 2)));
        assertThat(changes.before()).containsExactly(2, 0, 0, 0, 0, 0, 0, 1, 0, 0);
        assertThat(changes.after()).containsExactly(2, 0, 0, 0, 1, 0, 0, 0, 0, 0);
        assertThat(changes.largest()).singleElement().satisfies(shift -> {
            assertThat(shift.by()).isEqualTo(-30);
            assertThat(shift.lead().displayName()).isEqualTo("With");
        });
    }

    @Test
    void the_same_card_changes_nothing() {
        BandChanges changes = BandChanges.of(leads().stream(), card(100), card(100), NOW);

        assertThat(changes.changed()).isZero();
        assertThat(changes.largest()).isEmpty();
        assertThat(changes.after()).isEqualTo(changes.before());
        assertThat(changes.before()[9]).isEqualTo(1);
    }

    @Test
    void of_nobody_there_is_nothing() {
        assertThat(BandChanges.of(Stream.empty(), card(1), card(2), NOW).leads())
                .isZero();
    }
}
