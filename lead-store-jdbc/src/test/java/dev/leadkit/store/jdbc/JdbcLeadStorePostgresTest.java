package dev.leadkit.store.jdbc;

import dev.leadkit.store.LeadStore;
import dev.leadkit.testkit.LeadStoreContract;

/** The contract on PostgreSQL. */
class JdbcLeadStorePostgresTest extends LeadStoreContract {
    @Override
    protected LeadStore openStore() {
        return JdbcLeadStore.over(Database.POSTGRESQL.fresh());
    }
}
