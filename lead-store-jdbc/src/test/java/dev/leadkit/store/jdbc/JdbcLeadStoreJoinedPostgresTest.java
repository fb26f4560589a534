package dev.leadkit.store.jdbc;

/** The contract within a transaction of the host. */
class JdbcLeadStoreJoinedPostgresTest extends JoinedStoreContract {
    JdbcLeadStoreJoinedPostgresTest() {
        super(StoreForm.POSTGRESQL);
    }
}
