package dev.leadkit.testkit;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;

/** The right store, for wrong ones to spoil one thing. */
abstract class DelegatingStore extends ForwardingLeadStore {
    final InMemoryLeadStore right = new InMemoryLeadStore();

    @Override
    protected LeadStore delegate() {
        return right;
    }

    /** One after the other through {@link #commit}, so that what is wrong there is wrong here. */
    @Override
    public List<CommitOutcome> commitAll(List<Changeset> changesets) {
        return commitEach(changesets);
    }

    /** The changeset with other parts. */
    static Changeset with(Changeset from, List<Changeset.LeadWrite> leads, List<ChatMessage> messages) {
        return new Changeset(
                from.id(),
                from.tenant(),
                from.at(),
                from.actor(),
                leads,
                from.conversations(),
                messages,
                from.activities(),
                from.documents(),
                from.endpoints());
    }

    /** The same keys with another lead. */
    static LeadState with(LeadState from, Lead lead) {
        return new LeadState(lead, from.identities(), from.claims());
    }
}
