package dev.leadkit.examples.benchmarks.storage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is measured and how.
 *
 * @param database {@code postgresql} or {@code h2}
 * @param leads of the large tenant
 * @param only which benchmarks, by name
 * @param contenders which contenders beside the limit, by name
 * @param rounds how often each contender of a benchmark has its turn
 * @param forks 1 for a process of its own in each turn, 0 for none, which only suits a look
 * @param warmup iterations of {@code seconds} that do not count, in each turn
 * @param iterations those that count
 * @param url of a PostgreSQL server that runs already, or of an H2 file, whose tables are loaded where they are missing; absent for one of
 *     its own
 * @param folder for the data of the server or of H2, which is removed when it ends
 * @param out the file for the table
 */
public record StorageOptions(
        String database,
        int leads,
        Pattern only,
        Pattern contenders,
        int rounds,
        int forks,
        int warmup,
        int iterations,
        double seconds,
        @Nullable String url,
        Path folder,
        Path out) {

    public static final String USAGE = """
        [--database postgresql|h2] [--leads N] [--only REGEX] [--contenders REGEX] [--rounds N] [--forks 0|1]
            [--warmup N] [--iterations N] [--seconds N] [--url JDBC-URL] [--folder DIR] [--out FILE]""";

    private static final Set<String> NAMES = Set.of(
            "database",
            "leads",
            "only",
            "contenders",
            "rounds",
            "forks",
            "warmup",
            "iterations",
            "seconds",
            "url",
            "folder",
            "out");

    /** @throws IllegalArgumentException if an option is unknown or has no value */
    public static StorageOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (!NAMES.contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("unknown or without a value: " + arguments.get(i));
            }
            given.put(name, arguments.get(i + 1));
        }
        String database = given.getOrDefault("database", "postgresql");
        if (!Arrays.asList("postgresql", "h2").contains(database)) {
            throw new IllegalArgumentException("expected postgresql or h2, found " + database);
        }
        return new StorageOptions(
                database,
                Integer.parseInt(given.getOrDefault("leads", "1000000")),
                Pattern.compile(given.getOrDefault("only", ".")),
                Pattern.compile(given.getOrDefault("contenders", ".")),
                Integer.parseInt(given.getOrDefault("rounds", "5")),
                Integer.parseInt(given.getOrDefault("forks", "1")),
                Integer.parseInt(given.getOrDefault("warmup", "3")),
                Integer.parseInt(given.getOrDefault("iterations", "3")),
                Double.parseDouble(given.getOrDefault("seconds", "1")),
                given.get("url"),
                Path.of(given.getOrDefault("folder", "target/benchmark-data")),
                Path.of(given.getOrDefault("out", "docs/storage-%s.md".formatted(database))));
    }

    boolean isPostgres() {
        return database.equals("postgresql");
    }

    /** As it was asked for, for the report. */
    String command() {
        return "java -jar target/benchmarks.jar storage --database %s --leads %d --rounds %d --forks %d --warmup %d --iterations %d --seconds %s%s%s%s"
                .formatted(
                        database,
                        leads,
                        rounds,
                        forks,
                        warmup,
                        iterations,
                        seconds,
                        only.pattern().equals(".") ? "" : " --only '" + only.pattern() + "'",
                        contenders.pattern().equals(".") ? "" : " --contenders '" + contenders.pattern() + "'",
                        url == null ? "" : " --url …");
    }
}
