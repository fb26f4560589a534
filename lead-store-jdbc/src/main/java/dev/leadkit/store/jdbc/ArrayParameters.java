package dev.leadkit.store.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parameters of many executions of a statement as one array a parameter, for PostgreSQL's {@code unnest}. */
final class ArrayParameters implements Parameters {
    private final List<Column> columns = new ArrayList<>();
    private int index;

    /** What one parameter has in each row. */
    private record Column(String type, List<@Nullable Object> values) {
        /** Of the elements' own class where PostgreSQL's driver sends that in binary, without quoting each. */
        Object[] array() {
            return switch (type) {
                case "text" -> values.toArray(new String[0]);
                case "int8" -> values.toArray(new Long[0]);
                case "bool" -> values.toArray(new Boolean[0]);
                case "bytea" -> values.toArray(new byte[0][]);
                default -> values.toArray();
            };
        }
    }

    /** To be called before each row. */
    void beginRow() {
        index = 0;
    }

    /** A statement for one row as one for all of them. */
    String over(String sql) {
        return sql.startsWith("INSERT") ? insert(sql) : sql.startsWith("UPDATE") ? update(sql) : delete(sql);
    }

    /** {@code INSERT … VALUES (?, ?)} becomes {@code INSERT … SELECT * FROM unnest(…)}. */
    private String insert(String sql) {
        return sql.substring(0, sql.indexOf("VALUES")) + "SELECT *\nFROM unnest(" + placeholders() + ")\n";
    }

    /** {@code UPDATE … SET … WHERE …} becomes {@code UPDATE … SET … FROM unnest(…) AS n WHERE … RETURNING 1}. */
    private String update(String sql) {
        String named = withNames(sql);
        int where = named.indexOf("WHERE");
        return named.substring(0, where) + "FROM " + source() + named.substring(where) + "RETURNING 1\n";
    }

    /** {@code DELETE … WHERE …} becomes {@code DELETE … USING unnest(…) AS n WHERE …}. */
    private String delete(String sql) {
        String named = withNames(sql);
        int where = named.indexOf("WHERE");
        return named.substring(0, where) + "USING " + source() + named.substring(where);
    }

    private String source() {
        String names = IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        return "unnest(%s) AS n (%s)\n".formatted(placeholders(), names);
    }

    private String placeholders() {
        return columns.stream().map(column -> "?::" + column.type() + "[]").collect(Collectors.joining(", "));
    }

    private static String withNames(String sql) {
        var named = new StringBuilder();
        int column = 0;
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == '?') {
                named.append("n.c").append(column++);
            } else {
                named.append(sql.charAt(i));
            }
        }
        return named.toString();
    }

    void bindTo(Parameters to) throws SQLException {
        for (Column column : columns) {
            to.array(column.type(), column.array());
        }
    }

    @Override
    public Parameters text(@Nullable String value) {
        return add("text", value);
    }

    @Override
    public Parameters number(long value) {
        return add("int8", value);
    }

    @Override
    public Parameters decimal(@Nullable BigDecimal value) {
        return add("numeric", value);
    }

    @Override
    public Parameters flag(boolean value) {
        return add("bool", value);
    }

    @Override
    public Parameters id(UUID value) {
        return add("uuid", value);
    }

    @Override
    public Parameters bytes(byte[] value) {
        return add("bytea", value);
    }

    /** In ISO 8601, which PostgreSQL reads whatever the zone and style of the session. */
    @Override
    public Parameters instant(@Nullable Instant value) {
        return add("timestamptz", value == null ? null : value.toString());
    }

    @Override
    public Parameters array(String type, Object[] values) {
        throw new UnsupportedOperationException("an array of arrays");
    }

    private Parameters add(String type, @Nullable Object value) {
        if (index == columns.size()) {
            columns.add(new Column(type, new ArrayList<>()));
        }
        columns.get(index++).values().add(value);
        return this;
    }
}
