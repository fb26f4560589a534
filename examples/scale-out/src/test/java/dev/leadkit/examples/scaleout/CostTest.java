package dev.leadkit.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import dev.leadkit.testkit.Leads;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** What it costs a tenant that there are three shards rather than one, and what ShardingSphere itself costs. */
@Tag("reliability")
class CostTest {
    private static final String TENANT = "acme";
    private static final int LEADS = Tier.of(100, 3_000);
    private static final int ROUNDS = Tier.of(60, 2_000);
    private static final int WARM_UP = Tier.of(30, 500);

    /** In the short form little is measured, beside whatever the machine does else. */
    private static final double MOST = Tier.isLong() ? 1.5 : 5;

    private static final String POINT_READ = """
        SELECT version
        FROM leadkit_lead
        WHERE tenant_id = ? AND lead_id = ?
        """;

    private interface Operation {
        void run(Contender contender, int round) throws SQLException;
    }

    /** A database with the same leads in it as the others. */
    private static final class Contender {
        private final DataSource database;
        private final LeadDesk desk;
        private final TenantCapture capture;
        private final UUID lead;

        Contender(DataSource database) {
            this.database = database;
            LeadKit kit = LeadKit.builder()
                    .clock(Clock.fixed(Leads.NOW, ZoneOffset.UTC))
                    .identityKey(Leads.SECRET.getBytes(StandardCharsets.UTF_8))
                    .store(JdbcLeadStore.builder(database)
                            .portable()
                            .schema(SchemaMode.VALIDATE)
                            .open())
                    .build();
            desk = kit.tenant(TENANT).as(Actor.user("ann"));
            capture = CaptureEngine.builder(kit).region("US").build().tenant(TENANT);
            for (int i = 1; i < LEADS; i++) {
                desk.create(NewLead.named("Jane " + i).tag("tag-" + i % 7));
            }
            lead = desk.create(NewLead.named("Last")).id().value();
        }

        void pointRead() throws SQLException {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(POINT_READ)) {
                statement.setString(1, TENANT);
                statement.setObject(2, lead);
                try (ResultSet row = statement.executeQuery()) {
                    assertThat(row.next()).isTrue();
                }
            }
        }

        void capture(int round) {
            capture.onMessage(ChatMessage.from("session-" + round)
                    .id("m-1")
                    .at(Leads.NOW)
                    .visitor("I want to buy two, please write to visitor-%d@acme.example".formatted(round))
                    .build());
        }
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("point read", (contender, round) -> contender.pointRead());
        operations.put(
                "page of 50",
                (contender, round) -> contender.desk.list(LeadQuery.all().limit(50)));
        operations.put("board", (contender, round) -> contender.desk.board(BoardQuery.all()));
        operations.put("capture", Contender::capture);
        return operations;
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void three_shards_cost_no_more_than_half_as_much_again_as_one(TestReporter reporter) throws Exception {
        try (EmbeddedPostgres plain = server("cost-plain");
                EmbeddedPostgres only = server("cost-only");
                EmbeddedPostgres zero = server("cost-0");
                EmbeddedPostgres one = server("cost-1");
                EmbeddedPostgres two = server("cost-2");
                HikariDataSource plainPool = pool(plain);
                HikariDataSource onlyPool = pool(only);
                HikariDataSource zeroPool = pool(zero);
                HikariDataSource onePool = pool(one);
                HikariDataSource twoPool = pool(two)) {
            Map<String, DataSource> three = new LinkedHashMap<>();
            three.put("shard_0", zeroPool);
            three.put("shard_1", onePool);
            three.put("shard_2", twoPool);
            List<Contender> contenders = List.of(
                    new Contender(plainPool),
                    new Contender(ShardedDatabase.over(Map.of("shard_0", onlyPool))),
                    new Contender(ShardedDatabase.over(three)));

            Map<String, double[]> micros = new LinkedHashMap<>();
            for (Map.Entry<String, Operation> each : operations().entrySet()) {
                micros.put(each.getKey(), medians(each.getValue(), contenders));
            }

            print(micros);
            micros.forEach((name, each) -> {
                double ratio = each[2] / each[1];
                assertThat(ratio).as("%s at three shards over one", name).isLessThanOrEqualTo(MOST);
                reporter.publishEntry(name, String.format(Locale.ROOT, "%.2f×", ratio));
            });
        }
    }

    private static void print(Map<String, double[]> micros) {
        var table = new StringBuilder(
                "| operation | PostgreSQL | ShardingSphere, 1 shard | 3 shards | 3 over 1 | 3 over PostgreSQL |\n|---|--:|--:|--:|--:|--:|\n");
        micros.forEach((name, each) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %,.0f | %.2f | %.2f |%n",
                name,
                each[0],
                each[1],
                each[2],
                each[2] / each[1],
                each[2] / each[0])));
        System.out.println(table);
    }

    /** In turns, so that whatever else the machine does is the same for all. */
    private static double[] medians(Operation operation, List<Contender> contenders) throws SQLException {
        long[][] nanos = new long[contenders.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                long begun = System.nanoTime();
                operation.run(contenders.get(i), round);
                if (round >= 0) {
                    nanos[i][round] = System.nanoTime() - begun;
                }
            }
        }
        return Arrays.stream(nanos)
                .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[ROUNDS / 2] / 1e3)
                .toArray();
    }

    private static EmbeddedPostgres server(String name) throws Exception {
        return Servers.start(Servers.data(name), 0, Servers.FORGETFUL);
    }

    private static HikariDataSource pool(EmbeddedPostgres server) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(4);
        var pool = new HikariDataSource(config);
        JdbcLeadStore.over(pool).close();
        return pool;
    }
}
