package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables are of another release, or one of them is not whole. Older ones: open the store with {@link
 * SchemaMode#MIGRATE} once, or run the SQL files in the jar with a tool of your own. Newer ones: use the release that made
 * them, or a later one. One that is missing, or without a column: restore all of them from one backup.
 */
public final class SchemaMismatchException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final int expected;
    private final int found;
    private final @Nullable String table;

    SchemaMismatchException(int expected, int found) {
        super(
                "schema: expected version %d, found %s; %s"
                        .formatted(
                                expected,
                                found == 0 ? "no tables" : "version " + found,
                                found < expected
                                        ? "open the store with SchemaMode.MIGRATE or run the SQL files in the jar"
                                        : "use the release of LeadKit that made it, or a later one"),
                null);
        this.expected = expected;
        this.found = found;
        this.table = null;
    }

    /** Of the right version, but for a table. */
    SchemaMismatchException(int version, String table) {
        super(
                ("schema: expected all tables and columns of version %d, found %s missing or without one of its"
                                + " columns; restore the tables from one backup, or drop them all to begin anew")
                        .formatted(version, table),
                null);
        this.expected = version;
        this.found = version;
        this.table = table;
    }

    /** The version of this release. */
    public int expected() {
        return expected;
    }

    /** The version in the database; 0 when there are no tables. */
    public int found() {
        return found;
    }

    /** A table that is missing or without one of its columns; empty when it is the version that is another one. */
    public Optional<String> table() {
        return Optional.ofNullable(table);
    }
}
