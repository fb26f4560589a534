package dev.leadkit.testkit;

import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;

class InMemoryLeadStoreTest extends LeadStoreContract {
    @Override
    protected LeadStore openStore() {
        return new InMemoryLeadStore();
    }
}
