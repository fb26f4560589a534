package dev.leadkit.examples.benchmarks.storage;

import static dev.leadkit.examples.benchmarks.storage.Population.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.examples.benchmarks.turns.Case;
import dev.leadkit.examples.benchmarks.turns.Smoke;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.StoredRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Each benchmark on a small load, and whether all contenders do the same, without which the figures mean nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StorageBenchmarks {
    private static final int LEADS = 600;
    private static final Instant MOVED_AT = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> TABLES = List.of(
            "lead", "lead_tag", "lead_token", "identity", "claim", "activity", "changeset", "outbox", "counter");

    private final String database;
    private final Server server;
    private final Target target;

    StorageBenchmarks(String database) {
        this.database = database;
        Path folder = Path.of("target", "smoke");
        this.server = database.equals("h2") ? Server.h2(folder) : Server.postgres(folder);
        this.target = new Target(database.equals("postgresql"), server.url(), LEADS);
    }

    @BeforeAll
    void load() throws SQLException {
        target.toProcess();
        Loader.load(target, false);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void what_the_loader_wrote_is_what_the_store_would_have_written() {
        try (HikariDataSource pool = target.pool(1)) {
            LeadStore store = JdbcLeadStore.over(pool);
            var population = new Population(LARGE, LEADS);
            List<Changeset> creations = IntStream.range(0, LEADS)
                    .mapToObj(population::creation)
                    .filter(each -> each.leads().get(0).lead().stage().equals(Reads.STAGE)) // no benchmark moves these
                    .toList();
            for (Changeset creation : creations.subList(0, 20)) {
                Lead lead = creation.leads().get(0).lead();

                assertThat(store.find(LARGE, lead.id())).contains(lead);
                assertThat(store.commit(creation).repeated()).isTrue();
            }
        }
    }

    @Test
    void all_writers_leave_the_same_rows() throws SQLException {
        Map<String, Map<String, List<String>>> left = new TreeMap<>();
        try (var contenders = new Contenders(target, 2)) {
            for (String name : Contenders.WRITERS) {
                if (!name.equals("desk") && !name.equals("raw-uncounted")) {
                    // The same ids and times for each, in a tenant of its own.
                    TenantId tenant = TenantId.of("writer-" + name);
                    Writer writer = contenders.writer(name, tenant);
                    List<Lead> open = new ArrayList<>();
                    for (int i = 0; i < 40; i++) {
                        Changeset creation = new Population(tenant, LEADS).creation(i);
                        writer.write(new Unit(List.of(creation), StoredRows.of(List.of(creation)), null, null));
                        Lead lead = creation.leads().get(0).lead();
                        if (lead.stage().equals("assigned") || lead.stage().equals("contacted")) {
                            open.add(lead);
                        }
                    }
                    var ids = new AtomicLong();
                    var units = new Units(tenant, open, () -> MOVED_AT, () -> new UUID(0x7000L, ids.incrementAndGet()));
                    writer.write(units.transition(1));
                    writer.write(units.transition(open.size() - 1));
                    left.put(name, rows(tenant));
                }
            }
        }
        Map<String, List<String>> ours = left.get("leadkit");
        assertThat(ours.get("lead")).hasSize(40);
        assertThat(left).allSatisfy((name, rows) -> assertThat(rows).as(name).isEqualTo(ours));
    }

    /** All that a tenant has, by table, without its name and without where the counters are kept. */
    private Map<String, List<String>> rows(TenantId tenant) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = target.connect()) {
            for (String table : TABLES) {
                String columns = table.equals("counter") ? "tenant_id, stage, currency, SUM(leads), SUM(amount)" : "*";
                String end = table.equals("counter") ? " GROUP BY tenant_id, stage, currency" : "";
                String sql = "SELECT %s FROM leadkit_%s WHERE tenant_id = ?%s".formatted(columns, table, end);
                try (PreparedStatement select = connection.prepareStatement(sql)) {
                    select.setString(1, tenant.value());
                    rows.put(table, texts(select.executeQuery()));
                }
            }
        }
        return rows;
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            var text = new StringBuilder();
            for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
                Object value = rows.getObject(i);
                text.append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
                        .append('|');
            }
            texts.add(text.toString());
        }
        texts.sort(null);
        return texts;
    }

    @Test
    void all_readers_give_the_same_answers() throws SQLException {
        Map<String, Map<String, Object>> answers = new TreeMap<>();
        for (Case each : Operation.cases()) {
            // LIKE finds what is within words as well, as usual.
            boolean means = !each.contender().equals("LIKE") || each.operation().contains(Population.RARE);
            if (each.suite() == ReadBenchmark.class && means) {
                try (Operation operation = Operation.of(each)) {
                    Object answer = Answers.of(operation.run());
                    answers.computeIfAbsent(each.operation(), any -> new TreeMap<>())
                            .put(each.contender(), each.operation().equals("counts") ? counts(answer) : answer);
                }
            }
        }

        assertThat(answers).hasSize(10);
        assertThat(answers)
                .allSatisfy((operation, byContender) -> assertThat(byContender)
                        .as(operation)
                        .allSatisfy((contender, answer) -> assertThat(answer).isEqualTo(byContender.get("leadkit"))));
        assertThat((List<?>) answers.get("search term=" + Population.RARE).get("leadkit"))
                .hasSize(Population.RARE_LEADS);
        assertThat((List<?>) answers.get("page row=100000").get("leadkit")).hasSize(Reads.PAGE);
    }

    private static Object counts(Object answer) {
        return ((Map<?, ?>) answer)
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> each.getValue() instanceof Answers.Column column
                                        ? column.count()
                                        : (Object) each.getValue()));
    }

    /** Last, because one contender leaves the counters out, so that not all readers give the same answers any more. */
    @Test
    @Order(Integer.MAX_VALUE)
    void every_benchmark_runs_and_is_reported() throws Exception {
        Path out = Path.of("target", "smoke", database + ".md");

        StorageRun.run(StorageOptions.parse(Smoke.options(out, "--database", database, "--leads", "" + LEADS)), target);

        assertThat(Files.readString(out))
                .contains("## create", "## bulkTransition", "## page row=100000", "## board", "## counts")
                .contains("## search term=" + Population.RARE);
    }
}
