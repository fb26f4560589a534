package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;

/**
 * The tables are of another release. Older ones: open the store with {@link SchemaMode#MIGRATE} once, or run the SQL
 * files in the jar with a tool of your own. Newer ones: use the release that made them, or a later one.
 */
public final class SchemaMismatchException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final int expected;
    private final int found;

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
    }

    /** The version of this release. */
    public int expected() {
        return expected;
    }

    /** The version in the database; 0 when there are no tables. */
    public int found() {
        return found;
    }
}
