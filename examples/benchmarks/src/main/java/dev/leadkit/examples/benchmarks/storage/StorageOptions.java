package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.examples.benchmarks.turns.TurnOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is measured and how.
 *
 * @param database {@code postgresql} or {@code h2}
 * @param leads of the large tenant
 * @param url of a PostgreSQL server that runs already, or of an H2 file, whose tables are loaded where they are missing; absent for one of
 *     its own
 * @param folder for the data of the server or of H2, which is removed when it ends
 * @param out the file for the table
 */
public record StorageOptions(
        String database,
        int leads,
        TurnOptions turns,
        @Nullable String url,
        Path folder,
        Path out) {

    public static final String USAGE =
            "storage [--database postgresql|h2] [--leads N] [--url JDBC-URL] [--folder DIR] [--out FILE] "
                    + TurnOptions.USAGE;

    /** @throws IllegalArgumentException if an option is unknown or has no value */
    public static StorageOptions parse(List<String> arguments) {
        Map<String, String> given = TurnOptions.values(arguments, "database", "leads", "url", "folder", "out");
        String database = given.getOrDefault("database", "postgresql");
        if (!Arrays.asList("postgresql", "h2").contains(database)) {
            throw new IllegalArgumentException("expected postgresql or h2, found " + database);
        }
        return new StorageOptions(
                database,
                Integer.parseInt(given.getOrDefault("leads", "1000000")),
                TurnOptions.of(given),
                given.get("url"),
                Path.of(given.getOrDefault("folder", "target/benchmark-data")),
                Path.of(given.getOrDefault("out", "docs/storage-%s.md".formatted(database))));
    }

    boolean isPostgres() {
        return database.equals("postgresql");
    }

    /** As it was asked for, for the report. */
    String command() {
        return "storage --database %s --leads %d %s%s"
                .formatted(database, leads, turns.command(), url == null ? "" : " --url …");
    }
}
