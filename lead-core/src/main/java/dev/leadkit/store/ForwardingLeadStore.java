package dev.leadkit.store;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A store that passes every call on to another, to extend where one thing is to be different: to measure commits, say, or to
 * let them fail in a test.
 *
 * <pre>{@code
 * final class CountingStore extends ForwardingLeadStore {
 *     private final LongAdder commits = new LongAdder();
 *     …
 *     public CommitResult commit(Changeset changeset) {
 *         commits.increment();
 *         return super.commit(changeset);
 *     }
 *
 *     public List<CommitOutcome> commitAll(List<Changeset> changesets) {
 *         return commitEach(changesets);
 *     }
 * }
 * }</pre>
 *
 * <p>{@link #commitAll} goes to the other store's, and not through {@link #commit}: who overrides one overrides both. What
 * {@link #capabilities} hand out, such as a store that joins a transaction of the host, is the other's own. As safe to share as the
 * other.
 */
public abstract class ForwardingLeadStore implements LeadStore {
    protected ForwardingLeadStore() {}

    /** The store that answers. */
    protected abstract LeadStore delegate();

    /**
     * Commits several changesets through {@link #commit}, one after the other.
     *
     * @throws IllegalArgumentException if they are of more than one tenant
     */
    protected final List<CommitOutcome> commitEach(List<Changeset> changesets) {
        Changeset.requireOneTenant(changesets);
        return changesets.stream()
                .map(changeset -> CommitOutcome.of(() -> commit(changeset)))
                .toList();
    }

    @Override
    public CommitResult commit(Changeset changeset) {
        return delegate().commit(changeset);
    }

    @Override
    public List<CommitOutcome> commitAll(List<Changeset> changesets) {
        return delegate().commitAll(changesets);
    }

    @Override
    public Optional<Lead> find(TenantId tenant, LeadId id) {
        return delegate().find(tenant, id);
    }

    @Override
    public List<Lead> findAll(TenantId tenant, Collection<LeadId> ids) {
        return delegate().findAll(tenant, ids);
    }

    @Override
    public Optional<Lead> findByIdentity(TenantId tenant, String pipeline, IdentityKey identity) {
        return delegate().findByIdentity(tenant, pipeline, identity);
    }

    @Override
    public Page<Lead> list(TenantId tenant, LeadQuery query) {
        return delegate().list(tenant, query);
    }

    @Override
    public Board board(TenantId tenant, BoardQuery query) {
        return delegate().board(tenant, query);
    }

    @Override
    public Page<Activity> timeline(TenantId tenant, LeadId lead, PageRequest page) {
        return delegate().timeline(tenant, lead, page);
    }

    @Override
    public List<Activity> activities(TenantId tenant, ChangesetId changeset) {
        return delegate().activities(tenant, changeset);
    }

    @Override
    public Optional<Transcript> transcript(TenantId tenant, String session) {
        return delegate().transcript(tenant, session);
    }

    @Override
    public boolean isPersistent() {
        return delegate().isPersistent();
    }

    @Override
    public Capabilities capabilities() {
        return delegate().capabilities();
    }
}
