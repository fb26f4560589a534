package dev.leadkit.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL server, started when it is first asked for, as durable as in production. */
final class PostgresServer {
    /** The URL, with user and password, of one that runs already, whose user may make schemas. */
    static final String PROPERTY = "leadkit.postgres.url";

    private PostgresServer() {}

    static String url() {
        String given = System.getProperty(PROPERTY);
        return given == null ? Own.URL : given;
    }

    private static final class Own {
        static final String URL = start();

        private static String start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(ServerFolder.BINARIES.toFile())
                        .setDataDirectory(ServerFolder.POSTGRES_DATA)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start()
                        .getJdbcUrl("postgres", "postgres");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
