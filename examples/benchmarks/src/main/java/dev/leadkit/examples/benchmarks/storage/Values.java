package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.store.jdbc.StoredRows.Kind;
import dev.leadkit.store.jdbc.StoredRows.Step;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the values of rows. */
final class Values {
    static final String ADD_TO_EXISTING =
            "ON CONFLICT (tenant_id, board_key, currency, slot) DO UPDATE SET leads = leadkit_counter.leads +"
                    + " EXCLUDED.leads, amount = leadkit_counter.amount + EXCLUDED.amount, own_amount ="
                    + " leadkit_counter.own_amount + EXCLUDED.own_amount, own_weighted ="
                    + " leadkit_counter.own_weighted + EXCLUDED.own_weighted";

    static final String ADD_TO_COUNTER = "UPDATE leadkit_counter SET leads = leads + ?, amount = amount + ?,"
            + " own_amount = own_amount + ?, own_weighted = own_weighted + ?"
            + " WHERE tenant_id = ? AND board_key = ? AND currency = ? AND slot = ?";

    /** How many of a counter's values {@link #ADD_TO_COUNTER} takes. */
    static final int COUNTER_VALUES = 8;

    private Values() {}

    /** The statement for one row; a counter that is there already is added to. */
    static String sql(Step step) {
        return step.kind() == Kind.COUNT ? step.sql() + ADD_TO_EXISTING : step.sql();
    }

    static void bind(PreparedStatement to, List<@Nullable Object> values) throws SQLException {
        int index = 0;
        for (Object value : values) {
            bind(to, ++index, value);
        }
    }

    static void bind(PreparedStatement to, int index, @Nullable Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            to.setBytes(index, bytes);
        } else if (value instanceof String text) {
            to.setString(index, text);
        } else if (value instanceof Long number) {
            to.setLong(index, number);
        } else {
            to.setObject(index, value);
        }
    }

    /** PostgreSQL's name for the type of a value. */
    static String type(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return "text";
        }
        return switch (value.getClass().getSimpleName()) {
            case "Long" -> "int8";
            case "BigDecimal" -> "numeric";
            case "Boolean" -> "bool";
            case "UUID" -> "uuid";
            case "byte[]" -> "bytea";
            case "OffsetDateTime" -> "timestamptz";
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }
}
