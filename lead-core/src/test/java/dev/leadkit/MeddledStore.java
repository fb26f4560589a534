package dev.leadkit;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** A real store in which somebody else is faster: what was queued happens right before the commits that follow. */
final class MeddledStore extends ForwardingLeadStore {
    private InMemoryLeadStore store = new InMemoryLeadStore();
    private final Deque<Runnable> meddlers = new ArrayDeque<>();
    private final Deque<Runnable> afterBoards = new ArrayDeque<>();
    private Capabilities capabilities = store.capabilities();
    private boolean isMeddling;
    private int commits;
    private int mostRead;

    /** @param itsCapabilities what it says that it can do */
    MeddledStore declaring(Capabilities itsCapabilities) {
        capabilities = itsCapabilities;
        return this;
    }

    void beforeTheNextCommit(Runnable meddler) {
        meddlers.add(meddler);
    }

    /** Nobody else is there any more. */
    void forgetMeddlers() {
        meddlers.clear();
    }

    /** As it was in the beginning, with nothing in it. */
    void forget() {
        store = new InMemoryLeadStore();
        capabilities = store.capabilities();
        meddlers.clear();
    }

    void afterTheNextBoard(Runnable meddler) {
        afterBoards.add(meddler);
    }

    /** How many commits were tried. */
    int commits() {
        return commits;
    }

    /** The most leads that were asked for at once. */
    int mostRead() {
        return mostRead;
    }

    @Override
    protected LeadStore delegate() {
        return store;
    }

    @Override
    public CommitResult commit(Changeset changeset) {
        Runnable meddler = isMeddling ? null : meddlers.poll();
        if (meddler != null) {
            isMeddling = true;
            try {
                meddler.run();
            } finally {
                isMeddling = false;
            }
        }
        commits++;
        return store.commit(changeset);
    }

    @Override
    public List<CommitOutcome> commitAll(List<Changeset> changesets) {
        return commitEach(changesets);
    }

    @Override
    public List<Lead> findAll(TenantId tenant, Collection<LeadId> ids) {
        mostRead = Math.max(mostRead, ids.size());
        return store.findAll(tenant, ids);
    }

    @Override
    public Board board(TenantId tenant, BoardQuery query) {
        Board board = store.board(tenant, query);
        Runnable meddler = afterBoards.poll();
        if (meddler != null) {
            meddler.run();
        }
        return board;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }
}
