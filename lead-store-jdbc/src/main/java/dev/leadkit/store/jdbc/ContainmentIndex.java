package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnsupportedCapabilityException;

/** The index by which texts within others are found, for stores that are asked to have one. */
final class ContainmentIndex {
    private final JdbcSession session;
    private final Dialect dialect;
    private final TableNames tables;

    ContainmentIndex(JdbcSession session, Dialect dialect, TableNames tables) {
        this.session = session;
        this.dialect = dialect;
        this.tables = tables;
    }

    /**
     * Makes the index where it is missing and may be made. One that is there is only looked up, which takes no right.
     *
     * @throws UnsupportedCapabilityException if the database has no such index
     * @throws StoreException if it is missing
     */
    void prepare(SchemaMode mode) {
        String findIndex = dialect.findContainmentIndex()
                .orElseThrow(() -> new UnsupportedCapabilityException("containment search"));
        if (mode == SchemaMode.NONE || Retry.run(() -> isThere(findIndex))) {
            return;
        }
        if (mode == SchemaMode.VALIDATE) {
            throw new StoreException(
                    "containment search: expected an index of trigrams over the leads' search_text, found none; open the"
                            + " store with SchemaMode.MIGRATE or run %s of the jar".formatted(SchemaFiles.CONTAINMENT),
                    null);
        }
        Retry.run(() -> {
            new SchemaMigrator(session, dialect, tables).run(SchemaFiles.CONTAINMENT);
            return true;
        });
    }

    private boolean isThere(String findIndex) {
        return session.transaction(statements -> statements.find(findIndex, nothing -> {}, Columns::integer))
                        .orElse(0)
                > 0;
    }
}
