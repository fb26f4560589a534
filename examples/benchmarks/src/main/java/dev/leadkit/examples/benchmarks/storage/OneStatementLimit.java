package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.store.jdbc.StoredRows.Kind;
import dev.leadkit.store.jdbc.StoredRows.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The least that can be done on PostgreSQL: all tables in one statement, prepared once for each shape and never closed,
 * on a connection of its own that commits by itself. The rows are there already; nothing is encoded or hashed.
 *
 * <p>One row is {@code VALUES (…)}, and so are a few; many are {@code unnest} of the columns in which they differ. A row
 * that must be there is checked by the number of rows that come back.
 */
final class OneStatementLimit implements Writer {
    private static final int FEW = 4;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    OneStatementLimit(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(Unit unit) throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>();
        String sql = sql(unit.steps(), parameters);
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        int index = 0;
        for (Object value : parameters) {
            if (value instanceof Many many) {
                statement.setArray(++index, connection.createArrayOf(many.type(), many.values()));
            } else {
                Values.bind(statement, ++index, value);
            }
        }
        int expected = unit.steps().stream()
                .filter(step -> step.kind() == Kind.UPDATE)
                .mapToInt(step -> step.rows().size())
                .sum();
        try (ResultSet rows = statement.executeQuery()) {
            int changed = 0;
            while (rows.next()) {
                changed++;
            }
            if (expected > 0 && changed != expected) {
                throw new IllegalStateException("stale: changed %d rows of %d".formatted(changed, expected));
            }
        }
    }

    private record Many(String type, @Nullable Object[] values) {}

    private static String sql(List<Step> steps, List<@Nullable Object> parameters) {
        List<String> queries = new ArrayList<>();
        String last = "SELECT 1";
        for (Step step : steps) {
            if (step.kind() == Kind.UPDATE) {
                last = "SELECT lead_id FROM q" + queries.size();
            }
            queries.add("q%d AS (\n%s)".formatted(queries.size(), query(step, parameters)));
        }
        return "WITH " + String.join(",\n", queries) + "\n" + last;
    }

    private static String query(Step step, List<@Nullable Object> parameters) {
        boolean few = step.rows().size() <= FEW;
        return switch (step.kind()) {
            case INSERT, COUNT -> {
                String head = step.sql().substring(0, step.sql().indexOf("VALUES"));
                String end = step.kind() == Kind.COUNT ? Values.ADD_TO_EXISTING : "";
                if (few) {
                    step.rows().forEach(parameters::addAll);
                    String row =
                            "(%s)".formatted(placeholders(step.rows().get(0).size()));
                    yield head
                            + "VALUES "
                            + step.rows().stream().map(any -> row).collect(Collectors.joining(", "))
                            + " "
                            + end;
                }
                yield head + many(step, parameters) + end;
            }
            case UPDATE, DELETE -> {
                String sql = step.sql();
                String returning = step.kind() == Kind.UPDATE ? "RETURNING lead_id" : "";
                if (step.rows().size() == 1) {
                    parameters.addAll(step.rows().get(0));
                    yield sql + returning;
                }
                String named = sql;
                for (int i = 0; i < step.columns().size(); i++) {
                    named = named.replaceFirst("\\?", "n.c" + i);
                }
                named = named.replace("WHERE tenant_id", "WHERE leadkit_lead.tenant_id");
                int where = named.indexOf("WHERE");
                String source = (step.kind() == Kind.UPDATE ? "FROM (" : "USING (") + many(step, parameters) + ") n\n";
                yield named.substring(0, where) + source + named.substring(where) + returning;
            }
        };
    }

    /** Rows as a query; a column that is the same in all of them is one parameter. */
    private static String many(Step step, List<@Nullable Object> parameters) {
        int columns = step.rows().get(0).size();
        List<String> select = new ArrayList<>();
        List<String> unnest = new ArrayList<>();
        List<@Nullable Object> arrays = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            List<@Nullable Object> values =
                    step.rows().stream().map(row -> row.get(column)).toList();
            String type = values.stream()
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(Values::type)
                    .orElseGet(() -> typeOfNothing(step.columns().get(column)));
            if (values.stream().allMatch(value -> Objects.equals(value, values.get(0)))) {
                select.add("?::%s AS c%d".formatted(type, i));
                parameters.add(values.get(0));
            } else {
                select.add("c" + i);
                unnest.add("c" + i);
                arrays.add(new Many(type, type.equals("bytea") ? values.toArray(new byte[0][]) : texts(values)));
            }
        }
        parameters.addAll(arrays);
        return "SELECT %s FROM unnest(%s) u (%s) "
                .formatted(
                        String.join(", ", select),
                        arrays.stream()
                                .map(array -> "?::" + ((Many) Objects.requireNonNull(array)).type() + "[]")
                                .collect(Collectors.joining(", ")),
                        String.join(", ", unnest));
    }

    /** Of a column that no row has a value of. */
    private static String typeOfNothing(String column) {
        return switch (column) {
            case "expected_amount", "own_weighted" -> "numeric";
            case "snoozed_until" -> "timestamptz";
            default -> "text";
        };
    }

    private static @Nullable Object[] texts(List<@Nullable Object> values) {
        return values.stream()
                .map(value -> value instanceof OffsetDateTime ? value.toString() : value)
                .toArray();
    }

    private static String placeholders(int count) {
        return IntStream.range(0, count).mapToObj(i -> "?").collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
