package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.LeadStore;

/** Ours: the store, given the changesets as the desk makes them. What it encodes and hashes is part of it. */
final class StoreWriter implements Writer {
    private final LeadStore store;

    StoreWriter(LeadStore store) {
        this.store = store;
    }

    @Override
    public void write(Unit unit) {
        if (unit.changesets().size() == 1) {
            store.commit(unit.changesets().get(0));
        } else {
            store.commitAll(unit.changesets()).forEach(CommitOutcome::orThrow);
        }
    }
}
