package dev.leadkit.store.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of one execution of a statement, set one after the other. */
interface Parameters {
    Parameters text(@Nullable String value) throws SQLException;

    Parameters number(long value) throws SQLException;

    Parameters decimal(@Nullable BigDecimal value) throws SQLException;

    Parameters flag(boolean value) throws SQLException;

    Parameters id(UUID value) throws SQLException;

    Parameters bytes(byte[] value) throws SQLException;

    /** In UTC, whatever the zone of the process. */
    Parameters instant(@Nullable Instant value) throws SQLException;

    /** @param type the database's name for the type of the elements */
    Parameters array(String type, Object[] values) throws SQLException;

    default Parameters texts(Collection<String> values) throws SQLException {
        for (String value : values) {
            text(value);
        }
        return this;
    }

    default Parameters ids(Collection<UUID> values) throws SQLException {
        for (UUID value : values) {
            id(value);
        }
        return this;
    }
}
