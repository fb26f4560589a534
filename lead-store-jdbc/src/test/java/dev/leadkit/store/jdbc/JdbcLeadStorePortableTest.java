package dev.leadkit.store.jdbc;

import dev.leadkit.store.LeadStore;
import dev.leadkit.testkit.LeadStoreContract;

/** The contract on PostgreSQL in the form that every database takes, with containment search. */
class JdbcLeadStorePortableTest extends LeadStoreContract {
    @Override
    protected LeadStore openStore() {
        return JdbcLeadStore.builder(Database.POSTGRESQL.fresh())
                .portable()
                .containmentSearch()
                .open();
    }
}
