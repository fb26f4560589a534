package dev.leadkit.examples.scaleout;

import dev.leadkit.store.LeadStore;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import dev.leadkit.testkit.LeadStoreContract;

/** The contract on three databases. */
class ShardedStoreTest extends LeadStoreContract {
    @Override
    protected LeadStore openStore() {
        return JdbcLeadStore.builder(Shards.empty())
                .portable()
                .schema(SchemaMode.VALIDATE)
                .open();
    }
}
