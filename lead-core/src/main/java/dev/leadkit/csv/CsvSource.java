package dev.leadkit.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a table comes from. It is read several times (to see its encoding, to plan, to run), always from the beginning,
 * so that it never has to be held in memory.
 */
@FunctionalInterface
public interface CsvSource {
    /** The same bytes each time. Whoever opens it closes it. */
    InputStream open() throws IOException;

    static CsvSource of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /** A table that is at hand, in UTF-8. */
    static CsvSource ofText(String table) {
        return ofBytes(table.getBytes(StandardCharsets.UTF_8));
    }

    static CsvSource ofBytes(byte[] table) {
        byte[] copy = table.clone();
        return () -> new ByteArrayInputStream(copy);
    }
}
