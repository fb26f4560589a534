package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static dev.leadkit.testkit.Leads.anId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody writes over what he has not read. */
interface VersionRules {
    @Test
    @DisplayName("STORE-11 a lead changed since it was read is refused, with the version found")
    default void a_lead_that_was_changed_meanwhile_is_refused(StoreUnderTest store) {
        Lead read = store.create(aLead());
        store.update(store.update(read, lead -> lead.assignee("bob")), lead -> lead.assignee("cy"));

        var refused =
                catchThrowableOfType(StaleLeadException.class, () -> store.update(read, lead -> lead.assignee("dee")));

        isStale(refused, read.id(), 1, 3);
        assertThat(store.find(read).map(Lead::assignee)).contains("cy");
    }

    @Test
    @DisplayName("STORE-12 creating a lead whose id exists is refused, with the version found")
    default void creating_a_lead_that_exists_is_refused(StoreUnderTest store) {
        Lead there = store.create(aLead().named("First"));

        var refused = catchThrowableOfType(
                StaleLeadException.class,
                () -> store.create(aLead().id(there.id()).named("Second")));

        isStale(refused, there.id(), 0, 1);
        assertThat(store.find(there)).contains(there);
    }

    @Test
    @DisplayName("STORE-13 changing a lead that does not exist is refused, with version 0 found")
    default void changing_a_lead_that_does_not_exist_is_refused(StoreUnderTest store) {
        Lead unknown = aLead().id(anId()).but(lead -> lead.version(4)).build();

        var refused = catchThrowableOfType(
                StaleLeadException.class, () -> store.update(unknown, lead -> lead.assignee("bob")));

        isStale(refused, unknown.id(), 4, 0);
        assertThat(store.find(unknown)).isEmpty();
    }

    private static void isStale(StaleLeadException refused, LeadId lead, long expected, long found) {
        assertThat(refused).as("a refused commit").isNotNull();
        assertThat(refused.lead()).isEqualTo(lead);
        assertThat(refused.expected()).as("the version that was expected").isEqualTo(expected);
        assertThat(refused.found()).as("the version that was found").isEqualTo(found);
    }

    @Test
    @DisplayName(
            "STORE-14 a conversation changed since it was read, begun twice or unknown is refused, with the version")
    default void a_stale_conversation_is_refused(StoreUnderTest store) {
        store.say("s-1", aMessage("s-1", "m-1").build());
        store.say("s-1", aMessage("s-1", "m-2").build());

        isStaleConversation(store, "s-1", 1, 2);
        isStaleConversation(store, "s-1", 0, 2);
        isStaleConversation(store, "s-unknown", 3, 0);
        assertThat(store.messages("s-1")).hasSize(2);
        assertThat(store.spi().transcript(ACME, "s-unknown")).isEmpty();
    }

    private static void isStaleConversation(StoreUnderTest store, String session, long expected, long found) {
        var unit = aChangeset();
        unit.conversation(Conversation.begin(ACME, session, "widget"), expected);

        var refused = catchThrowableOfType(StaleConversationException.class, () -> store.commit(unit));

        assertThat(refused).as("a refused commit").isNotNull();
        assertThat(refused.session()).isEqualTo(session);
        assertThat(refused.expected()).as("the version that was expected").isEqualTo(expected);
        assertThat(refused.found()).as("the version that was found").isEqualTo(found);
    }
}
