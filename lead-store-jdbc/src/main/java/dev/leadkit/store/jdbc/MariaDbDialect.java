package dev.leadkit.store.jdbc;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB, from 10.6 on. Its tables keep ids as bytes, since letters of four bytes would not fit the index and no
 * collation of MySQL and MariaDB alike leaves trailing blanks alone.
 */
final class MariaDbDialect implements Dialect {
    private static final Set<Integer> DUPLICATE_KEY = Set.of(1062, 1586);

    /** No table or no database of that name. */
    private static final Set<Integer> MISSING_TABLE = Set.of(1146, 1049);

    private static final int MISSING_COLUMN = 1054;

    /** No right in the database or at the table, or no database of that name. */
    private static final Set<Integer> REFUSED = Set.of(1044, 1142, 1049);

    /**
     * Record changed since it was read, server shutdown, lock wait time-out, deadlock, table definition changed,
     * connection killed.
     */
    private static final Set<Integer> PASSING = Set.of(1020, 1053, 1205, 1213, 1412, 1927);

    private static final String SELECT_MODE = "SELECT @@sql_mode";

    private static final String SELECT_DURABILITY = "SELECT @@innodb_flush_log_at_trx_commit";

    @Override
    public String folder() {
        return "mariadb";
    }

    /** Indexes are made with their tables. */
    @Override
    public boolean qualifiesIndexes() {
        return false;
    }

    @Override
    public boolean isDuplicateKey(SQLException failure) {
        return DUPLICATE_KEY.contains(failure.getErrorCode());
    }

    /** Class 08 is a lost connection. */
    @Override
    public boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return PASSING.contains(failure.getErrorCode()) || state != null && state.startsWith("08");
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return MISSING_TABLE.contains(failure.getErrorCode());
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return failure.getErrorCode() == MISSING_COLUMN;
    }

    @Override
    public boolean isRefused(SQLException failure) {
        return REFUSED.contains(failure.getErrorCode());
    }

    /** Without a strict mode, what is too long for its column is cut off without a word. */
    @Override
    public Optional<String> inexactness(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SELECT_MODE)) {
            row.next();
            String mode = row.getString(1);
            return mode.contains("STRICT_TRANS_TABLES") || mode.contains("STRICT_ALL_TABLES")
                    ? Optional.empty()
                    : Optional.of("expected a MariaDB session in strict mode, found sql_mode '%s'".formatted(mode));
        }
    }

    @Override
    public Optional<String> durabilityWarning(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SELECT_DURABILITY)) {
            row.next();
            int flush = row.getInt(1);
            // 3 flushes as often as 1 and more.
            if (flush == 1 || flush == 3) {
                return Optional.empty();
            }
            return Optional.of(("This MariaDB server loses acknowledged commits when it or its machine is killed: found"
                            + " innodb_flush_log_at_trx_commit=%d. Set it to 1.")
                    .formatted(flush));
        }
    }

    /** A locking read: a plain one sees the snapshot, which updates do not, so that a stale version would be no conflict. */
    @Override
    public String readsLatest() {
        return "LOCK IN SHARE MODE";
    }

    /** Big-endian, so that ids have the same order as elsewhere. */
    @Override
    public void setId(PreparedStatement statement, int index, UUID value) throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        statement.setBytes(index, bytes.array());
    }

    @Override
    public UUID getId(ResultSet row, int index) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(index));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** A type without a zone, which nothing on the way converts. */
    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.TIMESTAMP);
        } else {
            statement.setObject(index, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        }
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, int index) throws SQLException {
        LocalDateTime value = row.getObject(index, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
