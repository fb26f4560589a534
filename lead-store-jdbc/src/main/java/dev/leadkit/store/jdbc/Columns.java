package dev.leadkit.store.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of one row, read one after the other. */
final class Columns {
    private final ResultSet row;
    private int index;

    Columns(ResultSet row) {
        this.row = row;
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
        return row.getObject(++index, UUID.class);
    }

    Optional<UUID> optionalId() throws SQLException {
        return Optional.ofNullable(row.getObject(++index, UUID.class));
    }

    byte[] bytes() throws SQLException {
        return row.getBytes(++index);
    }

    Instant instant() throws SQLException {
        return row.getObject(++index, OffsetDateTime.class).toInstant();
    }
}
