/** The store on a relational database, {@link dev.leadkit.store.jdbc.JdbcLeadStore}. */
@SuppressWarnings("requires-automatic") // H2 has an automatic module name only, and is needed for h2File alone
module dev.leadkit.store.jdbc {
    requires transitive dev.leadkit.core;
    requires transitive java.sql;
    requires static com.h2database;
    requires org.slf4j;

    exports dev.leadkit.store.jdbc;
}
