package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.store.LeadQuery;
import dev.leadkit.testkit.WorkerProcess;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several processes that start at once all come up, with every table as it should be: on an empty schema, on one that
 * another tool or a migration left half way, and while one of them is killed. H2 is behind its server here, since a file
 * is open in one process only. There is one version of the schema yet, so that an older one is a part of it.
 */
@Tag("reliability")
class StartUpTest {
    private static final int PROCESSES = Tier.of(8, 8, 16);
    private static final int ROUNDS = Tier.of(2, 10, 200);

    private static final List<WorkerProcess> STARTERS = new ArrayList<>();

    @BeforeAll
    static void startProcesses() throws Exception {
        for (int i = 0; i < PROCESSES; i++) {
            STARTERS.add(WorkerProcess.start(Starter.class));
        }
        for (WorkerProcess starter : STARTERS) {
            assertThat(starter.line()).isEqualTo(Starter.READY);
        }
    }

    @AfterAll
    static void stopProcesses() {
        STARTERS.forEach(WorkerProcess::close);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void all_that_start_at_once_come_up(Database kind) throws Exception {
        try (Trial trial = Trial.of("safe start-up", kind);
                Site site = Site.of(kind)) {
            Set<String> expected = tablesOfOne(site);
            for (int round = 0; round < ROUNDS; round++) {
                Random random = trial.random(round);
                String schema = site.newSchema();
                boolean killed = random.nextInt(3) == 0;
                if (random.nextBoolean()) {
                    beginMigration(site, schema, random);
                    trial.count("schemas left half way");
                }
                for (WorkerProcess starter : STARTERS) {
                    starter.tell(site.url() + " " + schema);
                }
                if (killed) {
                    replace(random.nextInt(PROCESSES), random);
                    trial.count("processes killed");
                }

                int up = 0;
                for (WorkerProcess starter : STARTERS) {
                    String outcome = starter.line();
                    if (!outcome.equals(Starter.READY)) {
                        assertThat(outcome).isEqualTo(Starter.UP);
                        up++;
                    }
                }
                trial.count("processes up", up);
                trial.count("rounds");
                assertThat(up).isGreaterThanOrEqualTo(PROCESSES - 1);
                assertThat(tables(site, schema)).isEqualTo(expected);
                JdbcLeadStore store = JdbcLeadStore.builder(site.dataSource())
                        .schemaName(schema)
                        .schema(SchemaMode.VALIDATE)
                        .open();
                assertThat(store.list(ACME, LeadQuery.all()).items()).hasSizeBetween(up, PROCESSES);
            }
        }
    }

    /** Kills one within its start, at any moment of it, and puts another in its place. */
    private static void replace(int number, Random random) throws Exception {
        long end = System.nanoTime() + random.nextInt(200_000_000);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        STARTERS.get(number).kill();
        STARTERS.set(number, WorkerProcess.start(Starter.class));
    }

    private static void beginMigration(Site site, String schema, Random random) {
        Dialect dialect = site.kind().dialect();
        TableNames tables = TableNames.DEFAULT.withSchema(schema);
        List<String> statements = SchemaFiles.statements(SchemaFiles.NAMES.get(0), dialect, tables);
        for (String statement : statements.subList(0, random.nextInt(statements.size()))) {
            Database.execute(site.dataSource(), statement);
        }
    }

    private static Set<String> tablesOfOne(Site site) throws SQLException {
        String schema = site.newSchema();
        JdbcLeadStore.builder(site.dataSource()).schemaName(schema).open();
        return tables(site, schema);
    }

    /** Every column and every index, in words. */
    private static Set<String> tables(Site site, String schema) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = site.dataSource().getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            String catalog = site.kind() == Database.MARIADB ? schema : null;
            String inSchema = site.kind() == Database.MARIADB ? null : site.folded(schema);
            Set<String> names = new TreeSet<>();
            try (ResultSet rows = about.getColumns(catalog, inSchema, "%", "%")) {
                while (rows.next()) {
                    String name = rows.getString("TABLE_NAME");
                    if (name.toLowerCase(Locale.ROOT).startsWith(TableNames.DEFAULT_PREFIX)) {
                        names.add(name);
                        found.add("%s.%s %s(%d) %s"
                                .formatted(
                                        name,
                                        rows.getString("COLUMN_NAME"),
                                        rows.getString("TYPE_NAME"),
                                        rows.getInt("COLUMN_SIZE"),
                                        rows.getString("IS_NULLABLE")));
                    }
                }
            }
            for (String name : names) {
                try (ResultSet rows = about.getIndexInfo(catalog, inSchema, name, false, false)) {
                    while (rows.next()) {
                        found.add("%s by %s, unique %s"
                                        .formatted(name, rows.getString("COLUMN_NAME"), !rows.getBoolean("NON_UNIQUE"))
                                + " at " + rows.getInt("ORDINAL_POSITION"));
                    }
                }
            }
        }
        return found;
    }

    /** A server with room for a schema for each round. */
    private record Site(Database kind, String url, DataSource dataSource, Runnable end) implements AutoCloseable {
        static Site of(Database kind) throws SQLException {
            if (kind != Database.H2) {
                return new Site(kind, kind.url(), kind.server(), () -> {});
            }
            Server server =
                    Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            String url = "jdbc:h2:tcp://localhost:%d/mem:%s;DB_CLOSE_DELAY=-1;USER=sa"
                    .formatted(server.getPort(), UUID.randomUUID());
            return new Site(kind, url, H2Databases.at(url), server::stop);
        }

        String newSchema() {
            if (kind != Database.H2) {
                return kind.addSchema(dataSource);
            }
            String schema = Database.newSchemaName();
            Database.execute(dataSource, "CREATE SCHEMA " + schema);
            return schema;
        }

        String folded(String schema) {
            return kind == Database.H2 ? schema.toUpperCase(Locale.ROOT) : schema;
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
