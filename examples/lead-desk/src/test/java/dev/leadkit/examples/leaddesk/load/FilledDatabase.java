package dev.leadkit.examples.leaddesk.load;

import dev.leadkit.examples.leaddesk.host.Secrets;
import dev.leadkit.examples.leaddesk.host.Storage;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.IdentityHasher;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A PostgreSQL server with its standard settings, as durable as in production, with many leads that the store wrote. */
final class FilledDatabase implements AutoCloseable {
    private static final int TOGETHER = 200;
    private static final int WRITERS = 2;

    private final String url;
    private final Closeable server;

    private FilledDatabase(String url, Closeable server) {
        this.url = url;
        this.server = server;
    }

    /** One that runs and is filled already. */
    static FilledDatabase at(String url) {
        return new FilledDatabase(url, () -> {});
    }

    /**
     * Starts it and fills it.
     *
     * @param data the folder of the desk's secrets; the database is put beside them
     * @param assignees who look after the leads
     */
    static FilledDatabase of(int leads, List<String> assignees, Path data) throws Exception {
        Path binaries = Path.of("target", "database-binaries").toAbsolutePath();
        Files.createDirectories(binaries);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data.resolve("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        var database = new FilledDatabase(server.getJdbcUrl("postgres", "postgres"), server);
        try {
            database.fill(leads, assignees, data);
            return database;
        } catch (Exception failed) {
            database.close();
            throw failed;
        }
    }

    String url() {
        return url;
    }

    private void fill(int leads, List<String> assignees, Path data) throws Exception {
        try (Storage storage = Storage.open(url(), data)) {
            var many = new ManyLeads(assignees, IdentityHasher.of(new Secrets(data).identityKey()), Instant.now());
            var next = new AtomicInteger();
            Together.run(WRITERS, writer -> {
                int from = next.getAndAdd(TOGETHER);
                while (from < leads) {
                    List<Changeset> units = IntStream.range(from, Math.min(leads, from + TOGETHER))
                            .mapToObj(many::changeset)
                            .toList();
                    storage.store().commitAll(units).forEach(CommitOutcome::orThrow);
                    from = next.getAndAdd(TOGETHER);
                }
            });
            tidy(storage);
        }
    }

    /** What the server would do by itself in its next quiet minutes. */
    private static void tidy(Storage storage) throws SQLException {
        try (Connection connection = storage.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE)");
            statement.execute("CHECKPOINT");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
