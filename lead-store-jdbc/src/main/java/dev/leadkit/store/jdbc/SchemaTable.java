package dev.leadkit.store.jdbc;

import java.util.List;

/**
 * A table as the SQL files make it.
 *
 * @param name with the default prefix, in no schema
 */
record SchemaTable(String name, List<String> columns) {
    private static final String CREATE = "CREATE TABLE IF NOT EXISTS ";

    /** As in all files: a column stands at the beginning of a line, in small letters. */
    private static final String INDENT = "    ";

    /** Those of all files, in their order. */
    static List<SchemaTable> all(Dialect dialect) {
        return SchemaFiles.NAMES.stream()
                .flatMap(file -> SchemaFiles.statements(file, dialect, TableNames.DEFAULT).stream())
                .filter(statement -> statement.startsWith(CREATE))
                .map(SchemaTable::of)
                .toList();
    }

    private static SchemaTable of(String statement) {
        List<String> columns = statement
                .lines()
                .filter(line -> line.startsWith(INDENT) && Character.isLowerCase(line.charAt(INDENT.length())))
                .map(line -> line.substring(INDENT.length(), line.indexOf(' ', INDENT.length())))
                .toList();
        return new SchemaTable(statement.substring(CREATE.length(), statement.indexOf(" (")), columns);
    }

    /** Finds nothing, and fails where the table or one of its columns is missing. */
    String probe() {
        return """
            SELECT %s
            FROM %s
            WHERE 1 = 0
            """.formatted(String.join(", ", columns), name);
    }
}
