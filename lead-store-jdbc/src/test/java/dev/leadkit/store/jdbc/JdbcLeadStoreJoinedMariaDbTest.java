package dev.leadkit.store.jdbc;

/** The contract within a transaction of the host. */
class JdbcLeadStoreJoinedMariaDbTest extends JoinedStoreContract {
    JdbcLeadStoreJoinedMariaDbTest() {
        super(StoreForm.MARIADB);
    }
}
