package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.DocumentWrite;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What no store is ever asked to write. */
class ChangesetTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final TenantId ACME = TenantId.of("acme");
    private static final TenantId GLOBEX = TenantId.of("globex");
    private static final ChangesetId ID = new ChangesetId(new UUID(1, 1));
    private static final Actor ANN = Actor.user("ann");

    private static LeadState state(TenantId tenant, long id, long version) {
        Lead lead = Lead.builder(new LeadId(new UUID(0, id)), tenant, LeadSource.API, NOW)
                .version(version)
                .build();
        return new LeadState(lead, Set.of(), Set.of());
    }

    private static LeadWrite created(TenantId tenant, long id) {
        return new LeadWrite(null, state(tenant, id, 1));
    }

    private static ConversationWrite begun(TenantId tenant, String session) {
        return new ConversationWrite(Conversation.begin(tenant, session, "widget"), 0);
    }

    private static Activity tagged(long lead, long version, int index) {
        return new Activity(
                new LeadId(new UUID(0, lead)), version, index, NOW, ANN, ID, null, new Change.Tagged("hot"));
    }

    private static Changeset leads(LeadWrite... leads) {
        return new Changeset(ID, ACME, NOW, ANN, List.of(leads), List.of(), List.of(), List.of(), List.of(), Set.of());
    }

    private static Changeset conversations(List<ConversationWrite> conversations, ChatMessage... messages) {
        return new Changeset(
                ID, ACME, NOW, ANN, List.of(), conversations, List.of(messages), List.of(), List.of(), Set.of());
    }

    private static Changeset told(LeadWrite lead, Activity... activities) {
        return new Changeset(
                ID, ACME, NOW, ANN, List.of(lead), List.of(), List.of(), List.of(activities), List.of(), Set.of());
    }

    private static Changeset documents(Set<String> endpoints, DocumentWrite... documents) {
        return new Changeset(
                ID, ACME, NOW, ANN, List.of(), List.of(), List.of(), List.of(), List.of(documents), endpoints);
    }

    private static DocumentWrite document(String name, long expected, String text) {
        return new DocumentWrite(new DocumentKey("plans", name), expected, text);
    }

    private static void refused(Runnable made, String because) {
        assertThatThrownBy(made::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    @Test
    void a_lead_is_written_over_itself_at_the_next_version() {
        assertThat(new LeadWrite(state(ACME, 1, 4), state(ACME, 1, 5)).expectedVersion())
                .isEqualTo(4);
        assertThat(created(ACME, 1).expectedVersion()).isZero();

        refused(() -> new LeadWrite(state(ACME, 1, 4), state(ACME, 1, 4)), "must have the next, has 4");
        refused(() -> new LeadWrite(null, state(ACME, 1, 2)), "must have the next, has 2");
        refused(() -> new LeadWrite(state(ACME, 1, 4), state(ACME, 2, 5)), "over itself");
        refused(() -> new LeadWrite(state(GLOBEX, 1, 4), state(ACME, 1, 5)), "over itself");
    }

    @Test
    void all_that_is_written_is_of_one_tenant_and_stands_once() {
        refused(() -> leads(created(GLOBEX, 1)), "all leads must belong to the tenant");
        refused(() -> leads(created(ACME, 1), created(ACME, 1)), "a lead may be written once");
        refused(() -> conversations(List.of(begun(GLOBEX, "s1"))), "all conversations must belong to the tenant");
        refused(
                () -> conversations(List.of(begun(ACME, "s1"), begun(ACME, "s1"))),
                "a conversation may be written once");
        assertThat(leads(created(ACME, 1), created(ACME, 2)).leads()).hasSize(2);
        refused(
                () -> Changeset.requireOneTenant(List.of(
                        leads(),
                        new Changeset(
                                ID, GLOBEX, NOW, ANN, List.of(), List.of(), List.of(), List.of(), List.of(),
                                Set.of()))),
                "must be of one tenant");
    }

    @Test
    void a_message_comes_with_its_conversation_at_the_next_version() {
        ChatMessage message =
                ChatMessage.from("s1").id("m1").visitor("hello").at(NOW).build();

        assertThat(conversations(List.of(begun(ACME, "s1")), message).messages())
                .containsExactly(message);
        refused(() -> conversations(List.of(begun(ACME, "s2")), message), "a message needs its conversation");
        refused(
                () -> new ConversationWrite(
                        Conversation.begin(ACME, "s1", "widget").withVersion(3), 1),
                "must have the next, has 3");
        assertThat(new ConversationWrite(
                                Conversation.begin(ACME, "s1", "widget").withVersion(3), 0)
                        .expectedVersion())
                .isZero();
    }

    @Test
    void an_entry_of_the_timeline_has_a_place_of_its_own_at_its_leads_version() {
        LeadWrite lead = created(ACME, 1);

        assertThat(told(lead, tagged(1, 1, 0), tagged(1, 1, 1)).versionsWithActivities())
                .containsExactlyEntriesOf(Map.of(lead.lead().id(), 1L));
        refused(() -> told(lead, tagged(1, 1, 0), tagged(1, 1, 0)), "a place of its own");
        refused(() -> told(lead, tagged(1, 2, 0)), "at its version");
        refused(() -> told(lead, tagged(2, 1, 0)), "needs its lead");
    }

    @Test
    void a_document_is_written_once_and_removed_only_where_it_exists() {
        assertThat(documents(Set.of("crm"), document("a", 0, "x"), document("b", 3, null))
                        .documents())
                .hasSize(2);
        refused(() -> documents(Set.of(), document("a", 0, "x"), document("a", 1, "y")), "written once");
        refused(() -> document("a", -1, "x"), "0 or more");
        refused(() -> document("a", 0, null), "must exist");
        assertThatThrownBy(() -> documents(Set.of(" "))).isInstanceOf(InvalidInputException.class);
    }
}
