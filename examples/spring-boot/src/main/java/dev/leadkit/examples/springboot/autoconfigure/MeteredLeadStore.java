package dev.leadkit.examples.springboot.autoconfigure;

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
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.Joining;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A store whose commits are timed, those within a transaction of the host included. Everything else is the store's own.
 * As safe to share as the store is.
 */
final class MeteredLeadStore implements LeadStore {
    private final LeadStore store;
    private final CommitTimer timer;
    private final Capabilities capabilities;

    MeteredLeadStore(LeadStore store, CommitTimer timer) {
        this.store = store;
        this.timer = timer;
        this.capabilities = metered(store.capabilities(), timer);
    }

    private static Capabilities metered(Capabilities its, CommitTimer timer) {
        Joining joining = its.joining();
        return joining == null
                ? its
                : its.withJoining(connection -> new MeteredLeadStore(joining.joining(connection), timer));
    }

    @Override
    public CommitResult commit(Changeset changeset) {
        return timer.one(() -> store.commit(changeset));
    }

    @Override
    public List<CommitOutcome> commitAll(List<Changeset> changesets) {
        return timer.all(() -> store.commitAll(changesets));
    }

    @Override
    public Optional<Lead> find(TenantId tenant, LeadId id) {
        return store.find(tenant, id);
    }

    @Override
    public List<Lead> findAll(TenantId tenant, Collection<LeadId> ids) {
        return store.findAll(tenant, ids);
    }

    @Override
    public Optional<Lead> findByIdentity(TenantId tenant, String pipeline, IdentityKey identity) {
        return store.findByIdentity(tenant, pipeline, identity);
    }

    @Override
    public Page<Lead> list(TenantId tenant, LeadQuery query) {
        return store.list(tenant, query);
    }

    @Override
    public Board board(TenantId tenant, BoardQuery query) {
        return store.board(tenant, query);
    }

    @Override
    public Page<Activity> timeline(TenantId tenant, LeadId lead, PageRequest page) {
        return store.timeline(tenant, lead, page);
    }

    @Override
    public List<Activity> activities(TenantId tenant, ChangesetId changeset) {
        return store.activities(tenant, changeset);
    }

    @Override
    public Optional<Transcript> transcript(TenantId tenant, String session) {
        return store.transcript(tenant, session);
    }

    @Override
    public boolean isPersistent() {
        return store.isPersistent();
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }
}
