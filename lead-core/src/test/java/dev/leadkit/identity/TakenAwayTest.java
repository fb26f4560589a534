package dev.leadkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.field.FieldDef;
import dev.leadkit.field.FieldRule;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What somebody took away from a survivor of what a merge had brought. */
class TakenAwayTest {
    private final LeadDesk desk = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .fields(LeadFields.named("lead")
                    .add(FieldDef.of("seats", "Seats", FieldRule.text(100)))
                    .build())
            .clock(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC))
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));
    private final Merges merges = desk.merges();

    private final Lead jane =
            desk.create(NewLead.named("Jane").email("jane@acme.example").tag("vip"));
    private final Lead jm = desk.create(NewLead.named("J. Miller")
            .email("jm@home.example")
            .phone("+4930123456")
            .company("Acme")
            .field("seats", FieldValue.of("12"))
            .tag("norway")
            .expecting(Money.of("1200", "EUR")));
    private final Lead third = desk.create(NewLead.named("Third"));

    /** Takes away from Jane all that JM brought. */
    private Lead takeAway() {
        desk.update(
                jane.id(),
                LeadUpdate.begin()
                        .clear(LeadField.COMPANY)
                        .clear(LeadField.AMOUNT)
                        .clear(LeadField.PHONE)
                        .clear(LeadField.custom("seats"))
                        .withoutEmail("jm@home.example"));
        desk.untag(jane.id(), "norway");
        desk.retention().lift(jane.id(), "case-1", "settled");
        return desk.get(jane.id());
    }

    private void merged() {
        desk.retention().hold(jm.id(), "case-1", "evidence in a lawsuit");
        merges.apply(merges.preview(jane.id(), jm.id()));
    }

    private static void assertTakenAway(Lead lead) {
        assertThat(lead.contact().company()).isNull();
        assertThat(lead.expectedAmount()).isNull();
        assertThat(lead.contact().phones()).isEmpty();
        assertThat(lead.fields()).isEmpty();
        assertThat(lead.contact().emails()).extracting(Attributed::value).containsExactly("jane@acme.example");
        assertThat(lead.identities()).doesNotContain(Identity.claimed(IdentityKind.EMAIL, "jm@home.example"));
        assertThat(lead.tags()).containsExactly("vip");
        assertThat(lead.holds()).isEmpty();
        assertThat(lead.pinned()).contains(LeadField.cleared(LeadField.EMAIL, "jm@home.example"));
    }

    @Test
    void what_was_taken_away_after_a_merge_does_not_come_back_with_the_next_nor_when_that_is_taken_apart() {
        merged();
        takeAway();

        MergePreview preview = merges.preview(jane.id(), third.id());
        assertThat(preview.fields()).extracting(FieldMerge::field).doesNotContain(LeadField.COMPANY, LeadField.AMOUNT);
        assertTakenAway(merges.apply(preview));
        assertTakenAway(merges.undo(third.id()).survivor());

        Lead other = merges.undo(jm.id()).restored();
        assertThat(other.contact()).isEqualTo(jm.contact());
        assertThat(other.tags()).containsExactly("norway");
        assertThat(other.holds()).containsExactly("case-1");
    }

    @Test
    void what_was_taken_away_stays_away_when_another_lead_is_taken_out() {
        merged();
        merges.apply(merges.preview(jane.id(), third.id()));
        takeAway();

        assertTakenAway(merges.undo(third.id()).survivor());
    }

    @Test
    void what_was_taken_away_does_not_come_to_the_lead_into_which_the_survivor_is_merged() {
        merged();
        takeAway();

        assertTakenAway(merges.apply(merges.preview(third.id(), jane.id())));
        merges.undo(jane.id());
        assertThat(desk.get(third.id()).contact()).isEqualTo(third.contact());
        assertTakenAway(desk.get(jane.id()));
    }

    @Test
    void what_another_lead_has_itself_comes_with_it_though_it_was_taken_away_before() {
        merged();
        takeAway();
        desk.update(third.id(), LeadUpdate.begin().company("Third Ltd").email("jm@home.example"));
        desk.tag(third.id(), "norway");

        Lead all = merges.apply(merges.preview(jane.id(), third.id()));

        assertThat(all.contact().company().value()).isEqualTo("Third Ltd");
        assertThat(all.contact().emails()).extracting(Attributed::value).contains("jm@home.example");
        assertThat(all.tags()).containsExactly("norway", "vip");
    }

    @Test
    void a_hold_that_was_lifted_and_set_again_holds_through_the_next_merge() {
        merged();
        takeAway();
        merges.apply(merges.preview(jane.id(), third.id()));
        desk.retention().hold(jane.id(), "case-1", "reopened");

        merges.undo(third.id());

        assertThat(desk.get(jane.id()).holds()).containsExactly("case-1");
    }
}
