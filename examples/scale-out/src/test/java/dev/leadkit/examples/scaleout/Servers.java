package dev.leadkit.examples.scaleout;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Starts PostgreSQL servers whose data go with this process, and the servers with it, however it ends. */
final class Servers {
    /** Unpacked once, and gone with {@code mvn clean}. */
    private static final Path BINARIES = Path.of("target", "database-binaries").toAbsolutePath();

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** As in production. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on", "max_connections", "200");

    /** Faster, where nothing is to be shown of durability and speed. */
    static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "200");

    /**
     * Stops servers that the process could not stop itself, because it was killed. The shell waits for the end of its input, which comes
     * when the process ends, however that is.
     */
    private static final String UNDERTAKER = """
        trap '' HUP INT TERM
        cat > /dev/null
        for file in "$1"/*/postmaster.pid; do
            test -f "$file" && kill -QUIT "$(head -n 1 "$file")"
        done
        sleep 2
        for file in "$1"/*/postmaster.pid; do
            test -f "$file" && kill -KILL "$(head -n 1 "$file")"
        done
        rm -rf "$1"
        """;

    private static final Path FOLDER;

    /** Referred to, because its input would be closed with it. */
    private static final Process UNDERTAKER_AT_WORK;

    static {
        try {
            FOLDER = Files.createTempDirectory("leadkit-scale-out-");
            Files.createDirectories(BINARIES);
            UNDERTAKER_AT_WORK = new ProcessBuilder("/bin/sh", "-c", UNDERTAKER, "undertaker", FOLDER.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Servers() {}

    /** A folder for the data of a server; not made yet. */
    static Path data(String name) {
        return FOLDER.resolve(name);
    }

    /**
     * Starts one.
     *
     * @param data empty or missing for a new one, else what it goes on with
     * @param port 0 for any
     */
    static EmbeddedPostgres start(Path data, int port, Map<String, String> settings) throws IOException {
        if (!UNDERTAKER_AT_WORK.isAlive()) {
            throw new IllegalStateException("nobody would stop the servers");
        }
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(BINARIES.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(LONGEST_START);
        settings.forEach(server::setServerConfig);
        return server.start();
    }
}
