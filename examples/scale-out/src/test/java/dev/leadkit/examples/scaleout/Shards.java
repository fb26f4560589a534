package dev.leadkit.examples.scaleout;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Three PostgreSQL servers, started once for all tests of a process. */
final class Shards {
    private static final int COUNT = 3;
    private static final Map<String, DataSource> SHARDS = new LinkedHashMap<>();
    private static DataSource whole;

    private Shards() {}

    /** With LeadKit's tables, all of them empty. */
    static synchronized DataSource empty() {
        try {
            if (whole == null) {
                start();
            }
            for (DataSource shard : SHARDS.values()) {
                try (Connection connection = shard.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("TRUNCATE " + String.join(", ", ShardedDatabase.TABLES));
                }
            }
            return whole;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void start() throws IOException, SQLException {
        for (int i = 0; i < COUNT; i++) {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "database-binaries").toAbsolutePath().toFile())
                    .setServerConfig("max_connections", "100")
                    .start();
            var config = new HikariConfig();
            config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            config.setMaximumPoolSize(30);
            var pool = new HikariDataSource(config);
            JdbcLeadStore.over(pool).close();
            SHARDS.put("shard_" + i, pool);
        }
        whole = ShardedDatabase.over(SHARDS);
    }
}
