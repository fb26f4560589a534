package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Brings the tables to this release with the numbered SQL files in the jar.
 *
 * <p>Each statement of a file is safe to repeat and the last one records the file. So two processes may migrate at the
 * same time without a lock, one that died half way is made up for by the next (which matters on H2 and MariaDB, where a
 * table stays whatever becomes of the transaction), and who runs the files with a tool of his own passes
 * {@link SchemaMode#VALIDATE} as well.
 */
final class SchemaMigrator {
    private static final String FIND_VERSION = """
        SELECT COALESCE(MAX(version), 0)
        FROM leadkit_schema
        """;

    private final JdbcSession session;
    private final Dialect dialect;
    private final TableNames tables;

    SchemaMigrator(JdbcSession session, Dialect dialect, TableNames tables) {
        this.session = session;
        this.dialect = dialect;
        this.tables = tables;
    }

    /**
     * @throws SchemaMismatchException if the tables are not of this release and may not be changed, or are newer, or not
     *     whole. What is missing then is not made anew: beside tables that hold something, an empty one tells lies.
     */
    void prepare(SchemaMode mode) {
        if (mode == SchemaMode.NONE) {
            return;
        }
        int found = Retry.run(mode == SchemaMode.MIGRATE ? this::migrate : this::version);
        if (found != SchemaFiles.NAMES.size()) {
            throw new SchemaMismatchException(SchemaFiles.NAMES.size(), found);
        }
        Retry.run(this::incomplete).ifPresent(table -> {
            throw new SchemaMismatchException(found, tables.in(table.name()));
        });
    }

    /** A table that is missing, or one of whose columns is; only reads. */
    private Optional<SchemaTable> incomplete() {
        return SchemaTable.all(dialect).stream()
                .filter(table -> !isWhole(table))
                .findFirst();
    }

    private boolean isWhole(SchemaTable table) {
        try {
            return session.statement(statements ->
                    statements.find(table.probe(), nothing -> {}, row -> table).isEmpty());
        } catch (MissingTableException incomplete) {
            return false;
        }
    }

    /** The version in the end. A database that is up to date is only read, so that it takes no right to change tables. */
    private int migrate() {
        int version = version();
        while (version < SchemaFiles.NAMES.size()) {
            run(SchemaFiles.NAMES.get(version));
            version = version();
        }
        return version;
    }

    /**
     * Runs a file. Whatever fails may have done so because somebody else is creating the same, which databases tell in
     * their own ways: H2 calls an index that two make at a time a general error, PostgreSQL a table a duplicate key of
     * its own types. So all of it counts as passing, but for a schema or a right that is missing.
     */
    void run(String file) {
        List<String> statements = SchemaFiles.statements(file, dialect, tables);
        try {
            session.transaction(connected -> {
                for (String statement : statements) {
                    connected.execute(statement);
                }
                return statements.size();
            });
        } catch (StoreException failed) {
            String message = "schema: %s failed: %s".formatted(file, failed.getMessage());
            if (failed.getCause() instanceof SQLException refused && dialect.isRefused(refused)) {
                throw new StoreException(
                        message + "; expected a schema that is there already, and the right to create tables in it",
                        refused);
            }
            throw new PassingException(message, failed.getCause());
        }
    }

    /** 0 without tables, which is found out after the transaction: PostgreSQL answers nothing in one that has failed. */
    private int version() {
        try {
            return session.transaction(statements -> statements
                    .find(FIND_VERSION, nothing -> {}, Columns::integer)
                    .orElse(0));
        } catch (MissingTableException none) {
            return 0;
        }
    }
}
