package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.conflict.FieldChoice;
import dev.leadkit.conflict.ThreeWay;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.StaleLeadException;
import org.junit.jupiter.api.Test;

class LeadDeskConflictTest {
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit =
            LeadKit.builder().store(store).clock(new MovableClock()).build();
    private final LeadDesk ann = kit.tenant("acme").as(Actor.user("ann"));
    private final LeadDesk bob = kit.tenant("acme").as(Actor.user("bob"));

    @Test
    void an_update_of_a_version_that_is_gone_is_refused() {
        Lead seen = ann.create(NewLead.named("Jane"));
        bob.tag(seen.id(), "vip");

        var stale = catchThrowableOfType(
                StaleLeadException.class,
                () -> ann.update(seen.id(), seen.version(), LeadUpdate.begin().name("Jane Doe")));

        assertThat(stale.expected()).isEqualTo(1);
        assertThat(stale.found()).isEqualTo(2);
        assertThat(ann.update(seen.id(), 2, LeadUpdate.begin().name("Jane Doe")).version())
                .isEqualTo(3);
    }

    @Test
    void somebody_who_is_faster_between_the_read_and_the_write_counts_too() {
        Lead seen = ann.create(NewLead.named("Jane"));
        store.beforeTheNextCommit(() -> bob.tag(seen.id(), "vip"));

        assertThatThrownBy(() -> ann.update(seen.id(), 1, LeadUpdate.begin().name("Jane Doe")))
                .isInstanceOf(StaleLeadException.class);
        assertThat(ann.get(seen.id()).tags()).containsExactly("vip");
    }

    @Test
    void what_others_did_stands_beside_what_was_wanted() {
        Lead seen = ann.create(NewLead.named("Jane").company("Acme").tag("old"));
        bob.update(seen.id(), LeadUpdate.begin().name("Jane D.").location("Oslo"));
        bob.untag(seen.id(), "old");
        bob.transition(seen.id(), "contacted");

        ThreeWay both = ann.compare(
                seen.id(), seen.version(), LeadUpdate.begin().name("Jane Doe").company("Acme Ltd"));

        assertThat(both.choices())
                .containsExactly(
                        new FieldChoice("company", "Acme", "Acme Ltd", "Acme"),
                        new FieldChoice("location", null, null, "Oslo"),
                        new FieldChoice("name", "Jane", "Jane Doe", "Jane D."),
                        new FieldChoice("stage", "new", "new", "contacted"),
                        new FieldChoice("tag:old", "set", "set", null));
        assertThat(both.choices())
                .extracting(FieldChoice::take)
                .containsExactly(
                        FieldChoice.Take.MINE,
                        FieldChoice.Take.THEIRS,
                        FieldChoice.Take.CONFLICT,
                        FieldChoice.Take.THEIRS,
                        FieldChoice.Take.THEIRS);
    }

    @Test
    void what_does_not_overlap_is_set_and_what_does_is_refused_whole() {
        Lead seen = ann.create(NewLead.named("Jane").company("Acme"));
        Lead theirs = bob.update(seen.id(), LeadUpdate.begin().name("Jane D."));

        var overlap = catchThrowableOfType(
                OverlapException.class,
                () -> ann.reconcile(
                        seen.id(), 1, LeadUpdate.begin().name("Jane Doe").company("Acme Ltd")));

        assertThat(overlap.conflicts()).extracting(FieldChoice::field).containsExactly("name");
        assertThat(overlap.version()).isEqualTo(2);
        assertThat(overlap)
                .hasMessage(
                        "lead %s: others changed [name] meanwhile; it is at version 2; let a person choose", seen.id());
        assertThat(ann.get(seen.id())).isEqualTo(theirs);

        // A form that sends every field back, with only the company changed.
        Lead both = ann.reconcile(seen.id(), 1, LeadUpdate.begin().name("Jane").company("Acme Ltd"));
        assertThat(both.contact().name()).extracting("value").isEqualTo("Jane D.");
        assertThat(both.contact().company()).extracting("value").isEqualTo("Acme Ltd");
    }

    @Test
    void a_version_that_the_lead_never_had_is_refused() {
        Lead lead = ann.create(NewLead.named("Jane"));

        for (long version : new long[] {0, 2}) {
            assertThatThrownBy(() ->
                            ann.reconcile(lead.id(), version, LeadUpdate.begin().name("J.")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("version: expected a version that the lead had, 1 to 1, found " + version);
        }
    }
}
