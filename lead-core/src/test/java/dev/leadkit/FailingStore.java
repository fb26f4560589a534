package dev.leadkit;

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
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A real store whose process dies at the next changeset but so many: before it is applied or after, when nobody learns of
 * it any more. Of changesets that are committed together, those in front of it stay applied.
 */
final class FailingStore implements LeadStore {
    private final LeadStore store = new InMemoryLeadStore();
    private long left = Long.MAX_VALUE;
    private boolean applied;

    /** @param afterwards whether the changeset at which it dies is applied all the same */
    void dieAfter(long changesets, boolean afterwards) {
        left = changesets;
        applied = afterwards;
    }

    void live() {
        left = Long.MAX_VALUE;
    }

    @Override
    public CommitResult commit(Changeset changeset) {
        boolean dies = left-- == 0;
        if (left < 0 && !(dies && applied)) {
            throw new StoreException("killed", null);
        }
        CommitResult result = store.commit(changeset);
        if (dies) {
            throw new StoreException("killed", null);
        }
        return result;
    }

    @Override
    public List<CommitOutcome> commitAll(List<Changeset> changesets) {
        List<CommitOutcome> outcomes = new ArrayList<>();
        changesets.forEach(changeset -> outcomes.add(CommitOutcome.of(() -> commit(changeset))));
        return outcomes;
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
        return false;
    }

    @Override
    public Capabilities capabilities() {
        return store.capabilities();
    }
}
