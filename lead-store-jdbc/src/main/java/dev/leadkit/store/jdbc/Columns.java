package dev.leadkit.store.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of one row, read one after the other. */
final class Columns {
    private final ResultSet row;
    private final Dialect dialect;
    private int index;

    Columns(ResultSet row, Dialect dialect) {
        this.row = row;
        this.dialect = dialect;
    }

    String text() throws SQLException {
        return row.getString(++index);
    }

    @Nullable
    String optionalText() throws SQLException {
        return row.getString(++index);
    }

    long number() throws SQLException {
        return row.getLong(++index);
    }

    int integer() throws SQLException {
        return row.getInt(++index);
    }

    @Nullable
    BigDecimal optionalDecimal() throws SQLException {
        return row.getBigDecimal(++index);
    }

    boolean flag() throws SQLException {
        return row.getBoolean(++index);
    }

    UUID id() throws SQLException {
        return dialect.getId(row, ++index);
    }

    Optional<UUID> optionalId() throws SQLException {
        index++;
        return row.getObject(index) == null ? Optional.empty() : Optional.of(dialect.getId(row, index));
    }

    byte[] bytes() throws SQLException {
        return row.getBytes(++index);
    }

    Instant instant() throws SQLException {
        return Objects.requireNonNull(dialect.getInstant(row, ++index));
    }

    @Nullable
    Instant optionalInstant() throws SQLException {
        return dialect.getInstant(row, ++index);
    }
}
