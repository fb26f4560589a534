package dev.leadkit.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL server, started when it is first asked for, as durable as in production. */
final class PostgresServer {
    /** The URL, with user and password, of one that runs already, whose user may make schemas. */
    static final String PROPERTY = "leadkit.postgres.url";

    private PostgresServer() {}

    static String url() {
        String given = System.getProperty(PROPERTY);
        return given == null ? Own.URL : given;
    }

    /** That of our own, whether another one is given or not. */
    static String ownUrl() {
        return Own.URL;
    }

    /** Ends all its processes in the middle of what they do, as {@code pg_ctl stop -m immediate}. */
    static void crash() throws Exception {
        Own.crash();
    }

    /** Starts it again on what the crash left. */
    static void recover() throws IOException {
        Own.server = Own.start();
    }

    private static final class Own {
        private static final Duration LONGEST_START = Duration.ofMinutes(3);

        private static int port;
        private static EmbeddedPostgres server = first();
        static final String URL = server.getJdbcUrl("postgres", "postgres");

        private static EmbeddedPostgres first() {
            try {
                return start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static EmbeddedPostgres start() throws IOException {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(ServerFolder.BINARIES.toFile())
                    .setDataDirectory(ServerFolder.POSTGRES_DATA)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(LONGEST_START)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            port = started.getPort();
            return started;
        }

        private static void crash() throws Exception {
            Path file = ServerFolder.POSTGRES_DATA.resolve("postmaster.pid");
            String pid = Files.readAllLines(file).get(0);
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
            postmaster.onExit().get();
            server.close(); // gives its lock on the folder up
        }
    }
}
