package dev.leadkit.testkit;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The right store, for wrong ones to spoil one thing. */
abstract class DelegatingStore implements LeadStore {
    final InMemoryLeadStore right = new InMemoryLeadStore();

    @Override
    public CommitResult commit(Changeset changeset) {
        return right.commit(changeset);
    }

    /** One after the other through {@link #commit}, so that what is wrong there is wrong here. */
    @Override
    public List<CommitOutcome> commitAll(List<Changeset> changesets) {
        Changeset.requireOneTenant(changesets);
        return changesets.stream()
                .map(changeset -> CommitOutcome.of(() -> commit(changeset)))
                .toList();
    }

    @Override
    public Optional<Lead> find(TenantId tenant, LeadId id) {
        return right.find(tenant, id);
    }

    @Override
    public List<Lead> findAll(TenantId tenant, Collection<LeadId> ids) {
        return right.findAll(tenant, ids);
    }

    @Override
    public Optional<Lead> findByIdentity(TenantId tenant, String pipeline, IdentityKey identity) {
        return right.findByIdentity(tenant, pipeline, identity);
    }

    @Override
    public Page<Lead> list(TenantId tenant, LeadQuery query) {
        return right.list(tenant, query);
    }

    @Override
    public Board board(TenantId tenant, BoardQuery query) {
        return right.board(tenant, query);
    }

    @Override
    public Page<Activity> timeline(TenantId tenant, LeadId lead, PageRequest page) {
        return right.timeline(tenant, lead, page);
    }

    @Override
    public List<Activity> activities(TenantId tenant, ChangesetId changeset) {
        return right.activities(tenant, changeset);
    }

    @Override
    public Optional<Transcript> transcript(TenantId tenant, String session) {
        return right.transcript(tenant, session);
    }

    @Override
    public boolean isPersistent() {
        return right.isPersistent();
    }

    @Override
    public Capabilities capabilities() {
        return right.capabilities();
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
