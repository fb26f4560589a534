package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The numbered SQL files in the jar. */
final class SchemaFiles {
    /** In the order of their versions, beginning with 1. A released file is never edited. */
    static final List<String> NAMES = List.of("V001__create_tables.sql");

    /** What only {@link ContainmentIndex} asks for. */
    static final String CONTAINMENT = "containment.sql";

    private SchemaFiles() {}

    static String text(String name, Dialect dialect, TableNames tables) {
        String resource = "schema/%s/%s".formatted(dialect.folder(), name);
        try (InputStream sql = SchemaFiles.class.getResourceAsStream(resource)) {
            if (sql == null) {
                throw new StoreException("expected %s in the jar, found none".formatted(resource), null);
            }
            return tables.inScript(new String(sql.readAllBytes(), StandardCharsets.UTF_8), dialect);
        } catch (IOException unreadable) {
            throw new StoreException("%s in the jar can't be read".formatted(resource), unreadable);
        }
    }

    /** The statements of a file, which end with a semicolon at the end of a line. */
    static List<String> statements(String name, Dialect dialect, TableNames tables) {
        String text = text(name, dialect, tables)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return List.of(text.split(";\\s*(\n|$)")).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
