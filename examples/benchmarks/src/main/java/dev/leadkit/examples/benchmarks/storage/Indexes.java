package dev.leadkit.examples.benchmarks.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the indexes away before a load and makes the same ones again after it. */
final class Indexes {
    private static final String CONSTRAINTS = """
        SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || conname,
            'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint
        WHERE contype IN ('p', 'u') AND conrelid::regclass::text LIKE 'leadkit\\_%'
            AND conrelid::regclass::text <> 'leadkit_schema'
        ORDER BY 1
        """;

    private static final String INDEXES = """
        SELECT 'DROP INDEX ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
        FROM pg_index
        WHERE indrelid::regclass::text LIKE 'leadkit\\_%'
            AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = indexrelid)
        ORDER BY 1
        """;

    private static final Pattern H2_INDEX = Pattern.compile("CREATE (?:UNIQUE )?INDEX (\\S+) ON ");

    private static final Pattern H2_KEY =
            Pattern.compile("(ALTER TABLE \\S+) ADD CONSTRAINT (\\S+) (?:PRIMARY KEY|UNIQUE)");

    private static final String SIZES = """
        SELECT c.relname, pg_relation_size(c.oid) + COALESCE(pg_relation_size(NULLIF(c.reltoastrelid, 0)), 0)
        FROM pg_class c
        WHERE c.relname LIKE 'leadkit\\_%' AND c.relkind IN ('r', 'i')
        ORDER BY 1
        """;

    private final Connection connection;
    private final List<String> definitions = new ArrayList<>();

    private Indexes(Connection connection) {
        this.connection = connection;
    }

    static Indexes dropOnPostgres(Connection connection) throws SQLException {
        var indexes = new Indexes(connection);
        for (String query : List.of(CONSTRAINTS, INDEXES)) {
            Map<String, String> definitionOfDrop = new LinkedHashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    definitionOfDrop.put(rows.getString(1), rows.getString(2));
                }
            }
            indexes.drop(definitionOfDrop);
        }
        return indexes;
    }

    /** H2 keeps no definition to ask for; its script of the database has one for each. */
    static Indexes dropOnH2(Connection connection) throws SQLException {
        var indexes = new Indexes(connection);
        Map<String, String> definitionOfDrop = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS")) {
            while (script.next()) {
                String definition = script.getString(1).strip();
                Matcher index = H2_INDEX.matcher(definition);
                Matcher key = H2_KEY.matcher(definition);
                if (index.lookingAt()) {
                    definitionOfDrop.put("DROP INDEX " + index.group(1), definition);
                } else if (key.lookingAt() && !definition.contains("LEADKIT_SCHEMA")) {
                    definitionOfDrop.put(key.group(1) + " DROP CONSTRAINT " + key.group(2), definition);
                }
            }
        }
        indexes.drop(definitionOfDrop);
        return indexes;
    }

    private void drop(Map<String, String> definitionOfDrop) throws SQLException {
        for (var each : definitionOfDrop.entrySet()) {
            execute(connection, each.getKey());
            definitions.add(each.getValue());
        }
    }

    void create() throws SQLException {
        for (String definition : definitions) {
            execute(connection, definition);
        }
    }

    static void vacuum(Connection connection) throws SQLException {
        execute(connection, "VACUUM (FREEZE, ANALYZE)");
        execute(connection, "CHECKPOINT");
    }

    /** In bytes, by the name of the table or index; a table with its TOAST. */
    static Map<String, Long> sizes(Connection connection) throws SQLException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SIZES)) {
            while (rows.next()) {
                sizes.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sizes;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
