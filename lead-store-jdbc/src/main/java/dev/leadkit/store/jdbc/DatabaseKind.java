package dev.leadkit.store.jdbc;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The databases that the store was tested on, and their tables as SQL, for those who let nothing but a tool of their own
 * change a database and open the store with {@link SchemaMode#VALIDATE}.
 */
public enum DatabaseKind {
    /** H2 2.4 and later 2.x. */
    H2(new H2Dialect()),
    /** PostgreSQL, in a database with the encoding UTF8. */
    POSTGRESQL(new PostgresDialect()),
    /** MariaDB, by its own driver. */
    MARIADB(new MariaDbDialect());

    private final Dialect dialect;

    DatabaseKind(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The SQL that makes all tables, with the default prefix and in the schema of whoever runs it. */
    public String ddl() {
        return ddl(TableNames.DEFAULT_PREFIX, null);
    }

    /**
     * The SQL that makes all tables: statements that are safe to repeat, each with a semicolon at its end, and comments.
     * The same text as the files in the jar, with other names.
     *
     * @param tablePrefix as {@link JdbcLeadStore.Builder#tablePrefix}
     * @param schemaName as {@link JdbcLeadStore.Builder#schemaName}; null for the schema of whoever runs it
     * @throws dev.leadkit.lead.InvalidInputException if one of them is not a plain name
     */
    public String ddl(String tablePrefix, @Nullable String schemaName) {
        var tables = new TableNames(schemaName, tablePrefix);
        return SchemaFiles.NAMES.stream()
                .map(name -> SchemaFiles.text(name, dialect, tables))
                .collect(Collectors.joining("\n"));
    }
}
