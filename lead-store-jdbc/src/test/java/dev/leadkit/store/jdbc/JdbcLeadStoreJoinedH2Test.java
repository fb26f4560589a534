package dev.leadkit.store.jdbc;

/** The contract within a transaction of the host. */
class JdbcLeadStoreJoinedH2Test extends JoinedStoreContract {
    JdbcLeadStoreJoinedH2Test() {
        super(StoreForm.H2);
    }
}
