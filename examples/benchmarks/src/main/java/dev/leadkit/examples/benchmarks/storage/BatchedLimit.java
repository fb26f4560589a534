package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.store.jdbc.StoredRows.Kind;
import dev.leadkit.store.jdbc.StoredRows.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The least that can be done on H2: a batch for each table, of statements that are prepared once and stay open. */
final class BatchedLimit implements Writer {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    BatchedLimit(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    @Override
    public void write(Unit unit) throws SQLException {
        try {
            writeSteps(unit);
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private void writeSteps(Unit unit) throws SQLException {
        for (Step step : unit.steps()) {
            if (step.kind() == Kind.COUNT) {
                count(step);
            } else {
                int[] changed = execute(step.sql(), step.rows());
                if (step.kind() == Kind.UPDATE) {
                    for (int each : changed) {
                        Writer.requireOne(each);
                    }
                }
            }
        }
        connection.commit();
    }

    private void count(Step step) throws SQLException {
        int[] changed = execute(
                Values.ADD_TO_COUNTER,
                step.rows().stream()
                        .map(row -> row.subList(0, Values.COUNTER_VALUES))
                        .toList());
        List<List<@Nullable Object>> missing = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                missing.add(step.rows().get(i));
            }
        }
        if (!missing.isEmpty()) {
            execute(step.sql(), missing);
        }
    }

    private int[] execute(String sql, List<List<@Nullable Object>> rows) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (List<@Nullable Object> row : rows) {
            Values.bind(statement, row);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
