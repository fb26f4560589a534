package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.Joining;
import dev.leadkit.store.LeadStore;
import java.util.List;

/**
 * A store whose commits are timed, those within a transaction of the host included. Everything else is the store's own.
 * As safe to share as the store is.
 */
final class MeteredLeadStore extends ForwardingLeadStore {
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
    protected LeadStore delegate() {
        return store;
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
    public Capabilities capabilities() {
        return capabilities;
    }
}
