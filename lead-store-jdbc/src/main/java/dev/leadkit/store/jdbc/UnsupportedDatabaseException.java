package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;

/**
 * The database is none that this release was tested on, and nothing was done to it. MySQL is among them: its grammar is
 * close to MariaDB's, but nobody has tried. MariaDB behind MySQL's driver says that it is MySQL too; use its own.
 */
public final class UnsupportedDatabaseException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final String product;

    UnsupportedDatabaseException(String product) {
        super(
                "expected H2, PostgreSQL or MariaDB (by MariaDB's own driver) as the database, found " + product
                        + "; use one of the three",
                null);
        this.product = product;
    }

    /** What the database calls itself. */
    public String product() {
        return product;
    }
}
