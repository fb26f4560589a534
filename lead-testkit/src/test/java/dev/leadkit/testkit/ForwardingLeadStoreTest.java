package dev.leadkit.testkit;

import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;

class ForwardingLeadStoreTest extends LeadStoreContract {
    @Override
    protected LeadStore openStore() {
        LeadStore store = new InMemoryLeadStore();
        return new ForwardingLeadStore() {
            @Override
            protected LeadStore delegate() {
                return store;
            }
        };
    }
}
