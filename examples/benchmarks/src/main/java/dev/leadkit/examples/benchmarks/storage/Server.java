package dev.leadkit.examples.benchmarks.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database of the benchmark's own, as durable as in production. Its data goes when it is closed. */
final class Server implements AutoCloseable {
    /** All that differs from PostgreSQL's own defaults; the first three say what is usual, because zonky says otherwise. */
    static final Map<String, String> POSTGRES_SETTINGS = settings(
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on",
            "shared_buffers", "2GB",
            "effective_cache_size", "8GB",
            "maintenance_work_mem", "512MB",
            "max_wal_size", "8GB",
            "checkpoint_timeout", "15min",
            "max_connections", "60");

    /** Each commit is on the disk, and an answer is never one that was given before. */
    static final String H2_SETTINGS = ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;CACHE_SIZE=1048576";

    private final Path folder;
    private final @Nullable EmbeddedPostgres postgres;
    private final String url;

    private Server(Path folder, @Nullable EmbeddedPostgres postgres, String url) {
        this.folder = folder;
        this.postgres = postgres;
        this.url = url;
    }

    static Server postgres(Path parent) {
        try {
            Path folder = folderIn(parent);
            Path binaries = Files.createDirectories(folder.resolve("binaries"));
            var builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(folder.resolve("data"));
            POSTGRES_SETTINGS.forEach(builder::setServerConfig);
            EmbeddedPostgres started = builder.start();
            return new Server(folder, started, started.getJdbcUrl("postgres", "postgres"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Server h2(Path parent) {
        try {
            Path folder = folderIn(parent);
            return new Server(folder, null, "jdbc:h2:file:" + folder.resolve("leads") + H2_SETTINGS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return url;
    }

    private static Path folderIn(Path parent) throws IOException {
        Files.createDirectories(parent);
        return Files.createTempDirectory(parent, "storage-").toAbsolutePath();
    }

    private static Map<String, String> settings(String... pairs) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return settings;
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
