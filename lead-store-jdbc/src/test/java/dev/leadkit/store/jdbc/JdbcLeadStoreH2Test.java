package dev.leadkit.store.jdbc;

import dev.leadkit.store.LeadStore;
import dev.leadkit.testkit.LeadStoreContract;

/** The contract on H2 in memory. */
class JdbcLeadStoreH2Test extends LeadStoreContract {
    @Override
    protected LeadStore openStore() {
        return JdbcLeadStore.over(H2Databases.inMemory());
    }
}
