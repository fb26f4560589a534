package dev.leadkit.examples.springboot.autoconfigure;

import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import dev.leadkit.testkit.LeadStoreContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The stopwatch changes nothing of what a store is. */
class MeteredLeadStoreTest extends LeadStoreContract {
    @Override
    protected LeadStore openStore() {
        return new MeteredLeadStore(new InMemoryLeadStore(), new CommitTimer(new SimpleMeterRegistry()));
    }
}
