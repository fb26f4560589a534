package dev.leadkit.store.jdbc;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of one execution of a statement, set one after the other. */
final class StatementParameters implements Parameters {
    private final PreparedStatement statement;
    private final Dialect dialect;
    private int index;

    StatementParameters(PreparedStatement statement, Dialect dialect) {
        this.statement = statement;
        this.dialect = dialect;
    }

    @Override
    public Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    @Override
    public Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    @Override
    public Parameters decimal(@Nullable BigDecimal value) throws SQLException {
        statement.setBigDecimal(++index, value);
        return this;
    }

    @Override
    public Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    @Override
    public Parameters id(UUID value) throws SQLException {
        dialect.setId(statement, ++index, value);
        return this;
    }

    @Override
    public Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }

    /** In UTC, whatever the zone of the process. */
    @Override
    public Parameters instant(@Nullable Instant value) throws SQLException {
        dialect.setInstant(statement, ++index, value);
        return this;
    }

    /** @param type the database's name for the type of the elements */
    @Override
    public Parameters array(String type, Object[] values) throws SQLException {
        statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
