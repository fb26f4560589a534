package dev.leadkit.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.testkit.WorkerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Where a store lies, in a form that another process can be told.
 *
 * @param at the URL of the server; on H2 the file
 */
record Place(Database kind, String at, String schema) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One with no table in it. */
    static Place fresh(Database kind, Path folder) {
        if (kind == Database.H2) {
            return new Place(kind, folder.resolve("leads").toString(), "PUBLIC");
        }
        return new Place(kind, kind.url(), kind.addSchema(kind.server()));
    }

    /** One in a server of our own, which can be struck down. */
    static Place inMortalServer(Database kind) {
        String url = kind == Database.MARIADB
                ? MariaDbServer.ownUrl()
                : PostgresServer.mortal().url();
        var server = new HikariConfig();
        server.setJdbcUrl(url);
        server.setMaximumPoolSize(1);
        try (var pool = new HikariDataSource(server)) {
            String schema = Database.newSchemaName();
            Database.execute(pool, "CREATE SCHEMA " + schema);
            return new Place(kind, url, schema);
        }
    }

    static Place of(String[] arguments) {
        return new Place(Database.valueOf(arguments[0]), arguments[1], arguments[2]);
    }

    /**
     * The store with what was opened for it.
     *
     * @param session asks the same tables in SQL
     */
    record Opened(JdbcLeadStore store, JdbcSession session, Runnable afterwards) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
            afterwards.run();
        }
    }

    /** Another JVM that works here, {@code kind place schema seed threads}. */
    WorkerProcess start(Class<?> main, long seed, int threads) throws IOException {
        return WorkerProcess.start(main, kind.name(), at, schema, Long.toString(seed), Integer.toString(threads));
    }

    /** @param connections the most; a thread waits for one */
    Opened open(int connections) {
        return open(connections, PATIENCE);
    }

    /** @param patience how long a thread waits for a connection */
    Opened open(int connections, Duration patience) {
        if (kind == Database.H2) {
            Path file = Path.of(at);
            JdbcLeadStore store = JdbcLeadStore.h2File(file);
            return new Opened(store, session(H2Databases.at(H2File.url(file))), () -> {});
        }
        var config = new HikariConfig();
        config.setJdbcUrl(at);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(patience.toMillis());
        var pool = new HikariDataSource(config);
        return new Opened(JdbcLeadStore.builder(pool).schemaName(schema).open(), session(pool), pool::close);
    }

    private JdbcSession session(DataSource dataSource) {
        return new JdbcSession(dataSource, kind.dialect(), TableNames.DEFAULT.withSchema(schema));
    }
}
