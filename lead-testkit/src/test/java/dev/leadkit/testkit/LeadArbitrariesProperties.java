package dev.leadkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every arbitrary changeset goes through a store and comes back as it was. */
class LeadArbitrariesProperties {
    @Property(tries = 300)
    void what_is_committed_is_read_back(@ForAll("changesets") Changeset unit) {
        var store = new InMemoryLeadStore();

        CommitResult first = store.commit(unit);

        assertThat(first.repeated()).isFalse();
        assertThat(store.commit(unit)).isEqualTo(CommitResult.REPEATED);
        unit.leads()
                .forEach(write ->
                        assertThat(store.find(Leads.ACME, write.lead().id())).contains(write.lead()));
        Set<String> ids = unit.messages().stream().map(ChatMessage::id).collect(Collectors.toSet());
        String session = unit.conversations().get(0).conversation().session();
        assertThat(store.transcript(Leads.ACME, session).orElseThrow().messages())
                .extracting(ChatMessage::id)
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Property(tries = 300)
    void a_copy_of_a_lead_is_equal_to_it(@ForAll("leads") Lead lead) {
        assertThat(lead.toBuilder().build()).isEqualTo(lead).hasSameHashCodeAs(lead);
    }

    @Provide
    Arbitrary<Changeset> changesets() {
        return LeadArbitraries.changesets();
    }

    @Provide
    Arbitrary<Lead> leads() {
        return Arbitraries.oneOf(
                LeadArbitraries.leads(), Arbitraries.of(Leads.aFullLead().build()));
    }
}
