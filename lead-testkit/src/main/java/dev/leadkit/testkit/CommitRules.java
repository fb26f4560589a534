package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aFullLead;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is committed is read back, all of it or nothing, and at most once. */
interface CommitRules {
    @Test
    @DisplayName("STORE-01 a committed lead is read back equal, with a value in every field")
    default void a_lead_with_every_field_is_read_back_equal(StoreUnderTest store) {
        Lead stored = store.create(aFullLead());

        assertThat(store.find(stored)).contains(stored);
    }

    @Test
    @DisplayName("STORE-02 a committed lead is read back equal, with nothing known of it")
    default void a_lead_of_which_nothing_is_known_is_read_back_equal(StoreUnderTest store) {
        Lead stored = store.create(aLead());

        assertThat(store.find(stored)).contains(stored);
    }

    @Test
    @DisplayName("STORE-03 every text of a lead is read back exactly: any Unicode, blanks at its ends, 1 KiB")
    default void any_text_of_a_lead_is_read_back_exactly(StoreUnderTest store) {
        for (String text : Texts.HOSTILE) {
            Lead stored = store.create(withEveryText(text));

            assertThat(store.find(stored))
                    .as("a lead whose texts are %s", Texts.name(text))
                    .contains(stored);
        }
    }

    private static LeadFixture withEveryText(String text) {
        var phone = new Attributed<>(new PhoneNumber("+4915123456789", text, true), Provenance.by(Leads.ANN, NOW));
        return aFullLead()
                .named(text)
                .company(text)
                .email(text)
                .tagged(text, text + "2")
                .assignedTo(text)
                .but(lead -> lead.contact(lead.build().contact().withPhones(List.of(phone)))
                        .identities(List.of(Identity.session(text)))
                        .lostReason(text)
                        .pinned(Set.of(text))
                        .sessions(List.of(text)));
    }

    @Test
    @DisplayName("STORE-04 instants are read back to the microsecond, from the year 1 to the year 9999")
    default void instants_keep_their_microseconds(StoreUnderTest store) {
        List<Instant> instants = List.of(
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("1582-10-10T12:00:00.000001Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.EPOCH,
                Instant.parse("2026-03-29T01:30:00.654321Z"), // missing from the clocks of Central Europe
                Instant.parse("2026-10-25T00:30:00.100000Z"), // twice on them
                Instant.parse("9999-12-31T23:59:59.999999Z"));
        List<Lead> leads = new ArrayList<>();
        for (Instant at : instants) {
            Lead stored = store.create(aLead().createdAt(at).lastActivityAt(at));
            leads.add(stored);

            assertThat(store.find(stored)).as("a lead of " + at).contains(stored);
        }
        assertThat(store.all(LeadQuery.all().sortedBy(Sort.OLDEST).limit(2))).isEqualTo(leads);
    }

    @Test
    @DisplayName("STORE-05 a lead's next value replaces the one before as a whole")
    default void a_later_value_replaces_the_earlier_one_whole(StoreUnderTest store) {
        Lead full = store.create(aFullLead());
        Lead bare = aLead().id(full.id()).createdAt(NOW.plusSeconds(9)).build();
        ChangesetBuilder unit = aChangeset();

        Lead stored = unit.update(full, bare, NOW, null);
        store.commit(unit);

        assertThat(store.find(full)).contains(stored);
    }

    @Test
    @DisplayName("STORE-06 a changeset with a stale lead leaves nothing: no lead, message, activity or claim")
    default void a_stale_lead_at_the_end_leaves_nothing(StoreUnderTest store) {
        Lead stale = store.create(aLead());
        store.update(stale, lead -> lead.assignee("bob"));

        leavesNothing(
                store,
                unit -> unit.update(stale, stale.toBuilder().assignee("cy").build(), NOW, null),
                StaleLeadException.class);
    }

    @Test
    @DisplayName("STORE-07 a changeset with a claim that is taken leaves nothing: no lead, message, activity or claim")
    default void a_taken_claim_at_the_end_leaves_nothing(StoreUnderTest store) {
        store.create(aLead().session("s-taken"));

        leavesNothing(
                store,
                unit -> unit.create(aLead().session("s-taken").build(), NOW, null),
                IdentityTakenException.class);
    }

    @Test
    @DisplayName("STORE-08 a changeset with a stale conversation leaves nothing: no lead, message, activity or claim")
    default void a_stale_conversation_leaves_nothing(StoreUnderTest store) {
        store.say("s-other", aMessage("s-other", "m-1").build());

        leavesNothing(
                store,
                unit -> unit.conversation(Conversation.begin(ACME, "s-other", "widget"), 0),
                StaleConversationException.class);
    }

    private static void leavesNothing(
            StoreUnderTest store, Consumer<ChangesetBuilder> spoiler, Class<? extends Exception> conflict) {
        Lead changed = store.create(aLead().named("Before"));
        store.say("s-known", aMessage("s-known", "m-1").build());
        var knownBefore = store.spi().transcript(ACME, "s-known");
        var timelineBefore = store.timeline(changed);
        Lead fresh = aLead().session("s-new").build();
        ChangesetBuilder unit = aChangeset();
        store.said(unit, "s-new", aMessage("s-new", "m-1").build());
        store.said(unit, "s-known", aMessage("s-known", "m-2").build());
        unit.create(fresh, NOW, null);
        unit.update(changed, changed.toBuilder().assignee("bob").build(), NOW, null);
        spoiler.accept(unit);

        assertThatThrownBy(() -> store.commit(unit)).isInstanceOf(conflict);

        assertThat(store.find(fresh))
                .as("a lead that the refused changeset creates")
                .isEmpty();
        assertThat(store.timeline(fresh)).as("its timeline").isEmpty();
        assertThat(store.findBy(Identity.session("s-new")))
                .as("the lead by its identity")
                .isEmpty();
        assertThat(store.find(changed)).as("a lead that it changes").contains(changed);
        assertThat(store.timeline(changed)).as("its timeline").isEqualTo(timelineBefore);
        assertThat(store.spi().transcript(ACME, "s-new"))
                .as("a conversation that it begins")
                .isEmpty();
        assertThat(store.spi().transcript(ACME, "s-known"))
                .as("one that it goes on with")
                .isEqualTo(knownBefore);
        assertThat(store.create(aLead().session("s-new")))
                .as("a lead that takes the claim instead")
                .isNotNull();
    }

    @Test
    @DisplayName("STORE-09 a changeset whose id was applied writes nothing again, and is reported")
    default void a_repeated_changeset_writes_nothing_and_is_reported(StoreUnderTest store) {
        ChangesetBuilder unit =
                store.said(aChangeset(), "s-1", aMessage("s-1", "m-1").build());
        Lead created = unit.create(aLead().build(), NOW, null);
        CommitResult first = store.commit(unit);
        Lead later = store.update(created, lead -> lead.assignee("bob"));
        var timeline = store.timeline(later);

        CommitResult second = store.commit(unit);

        assertThat(first).isEqualTo(CommitResult.APPLIED);
        assertThat(second).isEqualTo(CommitResult.REPEATED);
        assertThat(store.find(created)).contains(later);
        assertThat(store.timeline(created)).isEqualTo(timeline);
        assertThat(store.messages("s-1")).hasSize(1);
    }

    @Test
    @DisplayName("STORE-10 a changeset that was refused may be committed under the same id once it fits")
    default void a_refused_changeset_does_not_use_up_its_id(StoreUnderTest store) {
        Lead holder = store.create(aLead().session("s-1"));
        ChangesetBuilder unit = aChangeset(ACME, new ChangesetId(UUID.randomUUID()));
        Lead created = unit.create(aLead().session("s-1").build(), NOW, null);
        assertThatThrownBy(() -> store.commit(unit)).isInstanceOf(IdentityTakenException.class);
        store.close(holder);

        CommitResult result = store.commit(unit);

        assertThat(result).isEqualTo(CommitResult.APPLIED);
        assertThat(store.find(created)).contains(created);
    }
}
