package dev.leadkit.examples.cli;

import dev.leadkit.LeadKit;
import dev.leadkit.store.LeadStore;
import org.jspecify.annotations.Nullable;

/** A store for the time of a run, with the key that it needs; closing it closes its connections. */
final class OpenStore implements AutoCloseable {
    private final LeadStore store;
    private final byte @Nullable [] identityKey;
    private final Runnable closing;

    OpenStore(LeadStore store, byte @Nullable [] identityKey, Runnable closing) {
        this.store = store;
        this.identityKey = identityKey;
        this.closing = closing;
    }

    /** A kit that keeps its leads here. */
    LeadKit build(LeadKit.Builder kit) {
        if (identityKey != null) {
            kit.identityKey(identityKey);
        }
        return kit.store(store).build();
    }

    @Override
    public void close() {
        closing.run();
    }
}
