package dev.leadkit.examples.scaleout;

import dev.leadkit.store.jdbc.JdbcLeadStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Three PostgreSQL servers, started once for all tests of a process, and one by itself to compare with. */
final class Shards {
    private static final int COUNT = 3;
    private static final Map<String, Counted> SHARDS = new LinkedHashMap<>();
    private static final List<String> URLS = new ArrayList<>();
    private static @Nullable DataSource whole;
    private static @Nullable Counted alone;

    private Shards() {}

    /** The three as one, with LeadKit's tables, all of them empty. */
    static synchronized DataSource empty() {
        DataSource three = whole == null ? start() : whole;
        whole = three;
        SHARDS.values().forEach(Shards::empty);
        return three;
    }

    /** Where the three are, for another process; in their order. */
    static List<String> urls() {
        return List.copyOf(URLS);
    }

    /** One of the three. */
    static DataSource shard(String name) {
        return Objects.requireNonNull(SHARDS.get(name), name).dataSource();
    }

    /** The one by itself, empty. */
    static synchronized Counted alone() {
        Counted one = alone == null ? server("alone") : alone;
        alone = one;
        empty(one);
        return one;
    }

    /** The statements that reached each of the three since this was asked last. */
    static Map<String, List<String>> statements() {
        Map<String, List<String>> statements = new LinkedHashMap<>();
        SHARDS.forEach((name, shard) -> statements.put(name, shard.statements()));
        return statements;
    }

    private static DataSource start() {
        Map<String, DataSource> shards = new LinkedHashMap<>();
        for (int i = 0; i < COUNT; i++) {
            Counted shard = server("shard_" + i);
            SHARDS.put("shard_" + i, shard);
            URLS.add(shard.url());
            shards.put("shard_" + i, shard.dataSource());
        }
        try {
            return ShardedDatabase.over(shards);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Counted server(String name) {
        try {
            EmbeddedPostgres server = Servers.start(Servers.data(name), 0, Servers.FORGETFUL);
            var database = new Counted(server.getJdbcUrl("postgres", "postgres"));
            JdbcLeadStore.over(database.dataSource()).close();
            return database;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void empty(Counted database) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", ShardedDatabase.TABLES));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        database.statements();
    }
}
