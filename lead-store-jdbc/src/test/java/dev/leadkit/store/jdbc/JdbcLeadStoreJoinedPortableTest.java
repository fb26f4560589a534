package dev.leadkit.store.jdbc;

/** The contract within a transaction of the host. */
class JdbcLeadStoreJoinedPortableTest extends JoinedStoreContract {
    JdbcLeadStoreJoinedPortableTest() {
        super(StoreForm.POSTGRESQL_PORTABLE);
    }
}
