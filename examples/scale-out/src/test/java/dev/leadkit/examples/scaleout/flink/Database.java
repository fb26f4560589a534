package dev.leadkit.examples.scaleout.flink;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.lead.IdSource;
import dev.leadkit.operation.OperationId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.testkit.Leads;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database on a PostgreSQL server of the process, and the host whose it is. */
final class Database implements AutoCloseable {
    private static final String TABLES = """
            SELECT table_name
            FROM information_schema.tables
            WHERE table_name LIKE 'leadkit%' AND table_name <> 'leadkit_schema'
            """;

    private static final String ROWS = """
            SELECT COUNT(*), COALESCE(SUM(hashtextextended(held::text, 0)), 0)
            FROM %s AS held
            """;

    private static final String COUNTERS = """
            (SELECT tenant_id, board_key, currency, SUM(leads) AS leads, SUM(amount) AS amount
            FROM leadkit_counter
            GROUP BY tenant_id, board_key, currency
            HAVING SUM(leads) <> 0 OR SUM(amount) <> 0)
            """;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private final String name;
    private final Path poolFile;
    private HikariDataSource pool;

    private Database(String name) throws IOException {
        this.name = name;
        poolFile = Files.createTempFile("pool", ".properties");
        Files.writeString(poolFile, "jdbcUrl=" + server().getJdbcUrl("postgres", name));
        pool = open();
    }

    private HikariDataSource open() {
        return new HikariDataSource(new HikariConfig(poolFile.toString()));
    }

    /** An empty one with LeadKit's tables. */
    static Database create() throws Exception {
        String name = newName();
        onServer("CREATE DATABASE " + name);
        var database = new Database(name);
        JdbcLeadStore.over(database.pool).close();
        return database;
    }

    /** Another that holds what this one holds, while nobody works with it. */
    Database copy() throws Exception {
        String copy = newName();
        pool.close();
        onServer("CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy".formatted(copy, name));
        pool = open();
        return new Database(copy);
    }

    private static String newName() {
        return "flink_" + NUMBER.incrementAndGet();
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        if (server == null) {
            Path binaries = Path.of("target", "database-binaries").toAbsolutePath();
            Files.createDirectories(binaries);
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .start();
        }
        return server;
    }

    private static void onServer(String sql) throws Exception {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    JdbcLeadStore store() {
        return JdbcLeadStore.over(pool);
    }

    /** A host's kit over it. */
    LeadKit kit(Clock clock, IdSource ids, Scorecard card) {
        return LeadKit.builder()
                .store(store())
                .identityKey(Leads.SECRET.getBytes(StandardCharsets.UTF_8))
                .scorer(card)
                .clock(clock)
                .ids(ids)
                .build();
    }

    /** The same host for a task. */
    HostSettings settings(Scorecard card) {
        try {
            Path key = Files.writeString(Files.createTempFile("identity", ".key"), Leads.SECRET);
            return new HostSettings(
                    poolFile.toString(),
                    key.toString(),
                    Pipeline.fiveStage().toJson(),
                    card.toJson(),
                    CaptureRules.standard().toJson());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * For each table how many rows it has, and a sum over hashes of all their columns: equal where the rows are. Of the counters, whose
     * slots writers pick at random, what they add up to.
     */
    Map<String, String> rows() throws SQLException {
        return rows("TRUE");
    }

    /** The same of what an operation did to leads, without what a desk keeps of its progress. */
    Map<String, String> rows(OperationId operation) throws SQLException {
        String firstHalf = operation.toString().substring(0, 18); // see OperationId.unit
        Map<String, String> rows = rows("changeset_id::text LIKE '%s%%'".formatted(firstHalf));
        rows.remove("leadkit_document");
        return rows;
    }

    private Map<String, String> rows(String changesets) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                String from = switch (table) {
                    case "leadkit_changeset" -> "(SELECT * FROM leadkit_changeset WHERE %s)".formatted(changesets);
                    case "leadkit_counter" -> COUNTERS;
                    default -> table;
                };
                try (ResultSet found = statement.executeQuery(ROWS.formatted(from))) {
                    found.next();
                    rows.put(table, found.getLong(1) + " rows, hash " + found.getBigDecimal(2));
                }
            }
        }
        return rows;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    /** A number that the database answers. */
    long ask(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
