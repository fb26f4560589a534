package dev.leadkit.store.jdbc;

import dev.leadkit.store.LeadStore;
import dev.leadkit.testkit.LeadStoreContract;

/** The contract on MariaDB. */
class JdbcLeadStoreMariaDbTest extends LeadStoreContract {
    @Override
    protected LeadStore openStore() {
        return JdbcLeadStore.over(Database.MARIADB.fresh());
    }
}
