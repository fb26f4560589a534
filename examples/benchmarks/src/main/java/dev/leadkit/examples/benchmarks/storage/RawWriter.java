package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.store.jdbc.StoredRows.Kind;
import dev.leadkit.store.jdbc.StoredRows.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain JDBC as most write it: a prepared statement for each row, in a transaction. */
final class RawWriter implements Writer {
    private final DataSource database;
    private final boolean counters;

    /** @param counters whether it keeps the counters as well */
    RawWriter(DataSource database, boolean counters) {
        this.database = database;
        this.counters = counters;
    }

    @Override
    public void write(Unit unit) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Step step : unit.steps()) {
                if (step.kind() != Kind.COUNT) {
                    write(connection, step);
                } else if (counters) {
                    count(connection, step);
                }
            }
            connection.commit();
        }
    }

    private static void write(Connection connection, Step step) throws SQLException {
        for (List<@Nullable Object> row : step.rows()) {
            try (PreparedStatement statement = connection.prepareStatement(step.sql())) {
                Values.bind(statement, row);
                int changed = statement.executeUpdate();
                if (step.kind() == Kind.UPDATE) {
                    Writer.requireOne(changed);
                }
            }
        }
    }

    private static void count(Connection connection, Step step) throws SQLException {
        for (List<@Nullable Object> row : step.rows()) {
            int changed;
            try (PreparedStatement statement = connection.prepareStatement(Values.ADD_TO_COUNTER)) {
                Values.bind(statement, row.subList(0, Values.COUNTER_VALUES));
                changed = statement.executeUpdate();
            }
            if (changed == 0) {
                try (PreparedStatement statement = connection.prepareStatement(step.sql())) {
                    Values.bind(statement, row);
                    statement.executeUpdate();
                }
            }
        }
    }
}
