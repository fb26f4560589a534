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

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Path data;
    private int port;
    private EmbeddedPostgres server;

    private PostgresServer(Path data) {
        this.data = data;
        try {
            server = start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** That of the one that all tests share, ours or the given one. */
    static String sharedUrl() {
        String given = System.getProperty(PROPERTY);
        return given == null ? Shared.SERVER.url() : given;
    }

    /** One to be struck down. It has few files, all of which it goes through when it recovers. */
    static PostgresServer mortal() {
        return Mortal.SERVER;
    }

    private static final class Shared {
        static final PostgresServer SERVER = new PostgresServer(ServerFolder.POSTGRES_DATA);
    }

    private static final class Mortal {
        static final PostgresServer SERVER = new PostgresServer(ServerFolder.MORTAL_POSTGRES_DATA);
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Ends all its processes in the middle of what they do, as {@code pg_ctl stop -m immediate}. */
    void crash() throws Exception {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
        postmaster.onExit().get();
        server.close(); // gives its lock on the folder up
    }

    /** Starts it again on what the crash left. */
    void recover() throws IOException {
        server = start();
    }

    private EmbeddedPostgres start() throws IOException {
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(ServerFolder.BINARIES.toFile())
                .setDataDirectory(data)
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
}
