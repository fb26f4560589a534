package dev.leadkit.store.jdbc;

import javax.sql.DataSource;

/** The databases, with each form in which they are written. */
enum StoreForm {
    H2(Database.H2, false),
    POSTGRESQL(Database.POSTGRESQL, false),
    POSTGRESQL_PORTABLE(Database.POSTGRESQL, true),
    MARIADB(Database.MARIADB, false);

    private final Database database;
    private final boolean portable;

    StoreForm(Database database, boolean portable) {
        this.database = database;
        this.portable = portable;
    }

    Database database() {
        return database;
    }

    JdbcLeadStore over(DataSource dataSource) {
        JdbcLeadStore.Builder store = JdbcLeadStore.builder(dataSource);
        return portable ? store.portable().open() : store.open();
    }
}
