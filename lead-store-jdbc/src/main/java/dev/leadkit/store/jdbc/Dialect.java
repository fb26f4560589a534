package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What truly differs between databases. Everything else is written so that all understand it. */
interface Dialect {
    /** The folder of its SQL files, under {@code schema/}. */
    String folder();

    /** Whether a row with the same key is there already, or is just being written by somebody else. */
    boolean isDuplicateKey(SQLException failure);

    /** Whether the same unit of work may succeed when it is repeated as a whole. */
    boolean isPassing(SQLException failure);

    /** Whether a statement named a table that does not exist. */
    boolean isMissingTable(SQLException failure);

    /** Why ids would not be compared exactly in this database; empty when they are. */
    Optional<String> inexactness(Connection connection) throws SQLException;

    /** How this database may lose commits that it acknowledged, and the mend; empty when it does not. */
    Optional<String> durabilityWarning(Connection connection) throws SQLException;

    /** The dialect of the database at the other end. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (product.equals("H2")) {
            return new H2Dialect();
        }
        throw new StoreException("expected H2 as the database, found " + product, null);
    }
}
