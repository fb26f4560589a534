package dev.leadkit.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import dev.leadkit.testkit.Leads;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** How much a lead and a message take of disks and processors, by which the pages of this module reckon how many of them one needs. */
@Tag("reliability")
class SizingTest {
    private static final int TENANTS = 12;
    private static final int THREADS = 8;
    private static final int CONVERSATIONS = Tier.of(240, 6_000);

    /** As {@code docs/sizing.md} reckons with. */
    private static final int MOST_BYTES_OF_A_LEAD = 20_000;

    private static final int MOST_BYTES_OF_A_MESSAGE = 1_000;

    private static final List<String> VISITOR = List.of(
            "Hello, I saw your chairs and have some questions about them.",
            "We are a company of 40 people, do you ship to Oslo and how long does that take?",
            "That sounds good. I want to buy 40 of them, what would that cost with a discount?",
            "Please send the offer to %s@acme.example, my name is Jane Doe.");

    private static final List<String> BOT = List.of(
            "Hi! Happy to help: which model are you looking at?",
            "Yes, we ship to Norway within five working days, and assembly can be booked with it.",
            "From 20 on there is a discount of twelve percent. Where may I send an offer?",
            "Thank you, an offer is on its way. Is there anything else?");

    private static final String BYTES = """
        SELECT relname, pg_table_size(oid), pg_indexes_size(oid)
        FROM pg_class
        WHERE relkind = 'r' AND relname LIKE 'leadkit_%'
        """;

    /** Of one table, in all shards. */
    private record Size(long rows, long table, long indexes) {
        Size and(Size other) {
            return new Size(rows + other.rows, table + other.table, indexes + other.indexes);
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void leads_and_messages_take_as_much_as_the_pages_say(TestReporter reporter) throws Exception {
        Map<String, DataSource> shards = new LinkedHashMap<>();
        List<AutoCloseable> opened = new ArrayList<>();
        List<Path> data = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                data.add(Servers.data("sizing-" + i));
                EmbeddedPostgres server = Servers.start(data.get(i), 0, Servers.DURABLE);
                HikariDataSource pool = pool(server);
                opened.add(pool);
                opened.add(server);
                shards.put("shard_" + i, pool);
            }
            LeadKit kit = kit(ShardedDatabase.over(shards));

            int warmUp = CONVERSATIONS / 10;
            capture(kit, 0, warmUp);
            Duration hostBefore = hostTime();
            Duration serversBefore = serverTime(data);
            long begun = System.nanoTime();
            capture(kit, warmUp, warmUp + CONVERSATIONS);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double host = seconds(hostTime().minus(hostBefore));
            double servers = seconds(serverTime(data).minus(serversBefore));
            int messages = CONVERSATIONS * (VISITOR.size() + BOT.size());

            Map<String, Size> sizes = new LinkedHashMap<>();
            for (DataSource shard : shards.values()) {
                addSizes(shard, sizes);
            }
            long leads = sizes.get("leadkit_lead").rows();
            assertThat(leads).isEqualTo(warmUp + CONVERSATIONS);
            Size of = sizes.get("leadkit_message");
            long ofMessages = of.table() + of.indexes();
            long all = sizes.values().stream()
                    .mapToLong(size -> size.table() + size.indexes())
                    .sum();
            print(sizes, leads);
            System.out.printf(
                    Locale.ROOT,
                    "%,d messages in %.1f s: %,.0f a second; a message takes %.2f ms of the host's processors and %.2f ms of the servers'%n",
                    messages,
                    seconds,
                    messages / seconds,
                    host * 1e3 / messages,
                    servers * 1e3 / messages);
            reporter.publishEntry("bytes a lead without its messages", "%,d".formatted((all - ofMessages) / leads));
            reporter.publishEntry("bytes a message", "%,d".formatted(ofMessages / of.rows()));
            reporter.publishEntry("messages a second", "%,.0f".formatted(messages / seconds));
            if (Tier.isLong()) { // before, pages that are hardly filled weigh most
                assertThat((all - ofMessages) / leads).isLessThan(MOST_BYTES_OF_A_LEAD);
                assertThat(ofMessages / of.rows()).isLessThan(MOST_BYTES_OF_A_MESSAGE);
            }
        } finally {
            for (AutoCloseable each : opened) {
                each.close();
            }
        }
    }

    private static LeadKit kit(DataSource database) {
        return LeadKit.builder()
                .clock(Clock.fixed(Leads.NOW.plus(Duration.ofHours(1)), ZoneOffset.UTC))
                .identityKey(Leads.SECRET.getBytes(StandardCharsets.UTF_8))
                .store(JdbcLeadStore.builder(database)
                        .portable()
                        .schema(SchemaMode.VALIDATE)
                        .open())
                .endpoint("listener", event -> {})
                .build();
    }

    private static void capture(LeadKit kit, int from, int to) throws Exception {
        CaptureEngine engine = CaptureEngine.builder(kit).region("US").build();
        var next = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                work.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                        converse(engine.tenant("tenant-" + number % TENANTS), number);
                    }
                }));
            }
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void converse(TenantCapture capture, int number) {
        String session = "session-" + number;
        for (int i = 0; i < VISITOR.size(); i++) {
            capture.onMessage(ChatMessage.from(session)
                    .id("v-" + i)
                    .at(Leads.NOW.plusSeconds(20L * i))
                    .visitor(VISITOR.get(i).formatted("visitor-" + number))
                    .build());
            capture.onMessage(ChatMessage.from(session)
                    .id("b-" + i)
                    .at(Leads.NOW.plusSeconds(20L * i + 5))
                    .bot(BOT.get(i))
                    .build());
        }
    }

    private static Duration hostTime() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    /** Of all processes of the servers. */
    private static Duration serverTime(List<Path> data) throws Exception {
        Duration time = Duration.ZERO;
        for (Path server : data) {
            long pid = Long.parseLong(
                    Files.readAllLines(server.resolve("postmaster.pid")).get(0));
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            for (ProcessHandle process : postmaster.descendants().toList()) {
                time = time.plus(process.info().totalCpuDuration().orElse(Duration.ZERO));
            }
        }
        return time;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static void addSizes(DataSource shard, Map<String, Size> sizes) throws SQLException {
        Map<String, long[]> bytes = new LinkedHashMap<>();
        try (Connection connection = shard.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(BYTES)) {
                while (rows.next()) {
                    bytes.put(rows.getString(1), new long[] {rows.getLong(2), rows.getLong(3)});
                }
            }
            for (Map.Entry<String, long[]> each : bytes.entrySet()) {
                try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + each.getKey())) {
                    row.next();
                    var size = new Size(row.getLong(1), each.getValue()[0], each.getValue()[1]);
                    sizes.merge(each.getKey(), size, Size::and);
                }
            }
        }
    }

    private static void print(Map<String, Size> sizes, long leads) {
        var table = new StringBuilder("| table | rows a lead | bytes a lead | of that indexes |\n|---|--:|--:|--:|\n");
        sizes.forEach((name, size) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %,d | %,d |%n",
                name,
                size.rows() / (double) leads,
                (size.table() + size.indexes()) / leads,
                size.indexes() / leads)));
        System.out.println(table);
    }

    private static HikariDataSource pool(EmbeddedPostgres server) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(THREADS + 2);
        config.setMinimumIdle(THREADS + 2); // so that none of its processes comes or goes while they are timed
        var pool = new HikariDataSource(config);
        JdbcLeadStore.over(pool).close();
        return pool;
    }
}
