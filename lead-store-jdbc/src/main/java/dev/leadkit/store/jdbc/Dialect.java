package dev.leadkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What truly differs between databases. Everything else is written so that all understand it. */
interface Dialect {
    /** The folder of its SQL files, under {@code schema/}. */
    String folder();

    /** Whether CREATE INDEX takes the schema before the name of the index, and not only before that of the table. */
    boolean qualifiesIndexes();

    /** Whether a row with the same key is there already, or is just being written by somebody else. */
    boolean isDuplicateKey(SQLException failure);

    /** Whether the same unit of work may succeed when it is repeated as a whole. */
    boolean isPassing(SQLException failure);

    /** Whether a statement named a table that does not exist. */
    boolean isMissingTable(SQLException failure);

    /** Whether a statement named a column that its table has not. */
    boolean isMissingColumn(SQLException failure);

    /** Whether a right was missing, or the schema that was named. */
    boolean isRefused(SQLException failure);

    /** Why ids would not be compared, or texts not be kept, exactly in this database, or not at all; empty when they are. */
    Optional<String> inexactness(Connection connection) throws SQLException;

    /** How this database may lose commits that it acknowledged, and the mend; empty when it does not. */
    Optional<String> durabilityWarning(Connection connection) throws SQLException;

    /** The end of a query that is to see the latest there is, whatever the snapshot of its transaction; empty if none can. */
    default String readsLatest() {
        return "";
    }

    /** The form in which this database writes fastest. */
    default WriteForm fastest() {
        return WriteForm.BATCHES;
    }

    /** Whether a comparison of rows, such as {@code (a, b) < (?, ?)}, becomes a range of an index. */
    default boolean comparesRows() {
        return false;
    }

    /** Conditions that a column is one of so many ids, each for some of them; none for no id. */
    default List<Fragment> among(String column, Collection<UUID> ids) {
        return Statements.portions(ids).stream()
                .map(some -> new Fragment(
                        "%s IN (%s)\n".formatted(column, Statements.placeholders(some.size())), to -> to.ids(some)))
                .toList();
    }

    /** Counts the indexes that find a text within others; empty where there can be none. */
    default Optional<String> findContainmentIndex() {
        return Optional.empty();
    }

    /**
     * Whether one statement sees what was committed and nothing else, at any level of isolation, so that it needs no
     * transaction around it on a connection that commits by itself.
     */
    default boolean isStatementEnough() {
        return false;
    }

    /** The statement by which a transaction that has just begun becomes a snapshot; empty where the driver must do it. */
    default Optional<String> beginSnapshot() {
        return Optional.empty();
    }

    /** The same without what only the database itself can do, and not what speaks its language. */
    default Dialect plain() {
        return this;
    }

    /** Sets a parameter, as a database does that has a type for ids. */
    default void setId(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setObject(index, value);
    }

    /** Reads a column, as {@link #setId} wrote it. */
    default UUID getId(ResultSet row, int index) throws SQLException {
        return row.getObject(index, UUID.class);
    }

    /** Sets a parameter in UTC, whatever the zones of the process and the session; by a type that has a zone. */
    default void setInstant(PreparedStatement statement, int index, @Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(index, value.atOffset(ZoneOffset.UTC));
        }
    }

    /** Reads a column, as {@link #setInstant} wrote it. */
    default @Nullable Instant getInstant(ResultSet row, int index) throws SQLException {
        OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /**
     * The dialect of the database at the other end.
     *
     * @throws UnsupportedDatabaseException if it is none of those
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> new H2Dialect();
            case "PostgreSQL" -> new PostgresDialect();
            case "MariaDB" -> new MariaDbDialect();
            default -> throw new UnsupportedDatabaseException(product);
        };
    }
}
