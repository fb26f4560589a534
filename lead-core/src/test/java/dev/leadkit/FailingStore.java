package dev.leadkit;

import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;

/**
 * A real store whose process dies at the next changeset but so many: before it is applied or after, when nobody learns of
 * it any more. Of changesets that are committed together, those in front of it stay applied.
 */
final class FailingStore extends ForwardingLeadStore {
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
    protected LeadStore delegate() {
        return store;
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
        return commitEach(changesets);
    }
}
