package dev.leadkit.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import dev.leadkit.testkit.RandomChangesets;
import dev.leadkit.testkit.RandomQuestions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** One seed, many tenants, and the same end on three databases as on one. */
@Tag("reliability")
class SameEndTest {
    private static final long SEED = Long.getLong("leadkit.seed", 20_261_127);
    private static final int TENANTS = 60;
    private static final int OPERATIONS = Tier.of(1_200, 50_000);
    private static final int OPERATIONS_BETWEEN_QUESTIONS = Tier.of(60, 500);

    /** What a counter has in which of its rows is by chance; what counts is their sum. */
    private static final String COUNTERS = """
        SELECT pipeline || '/' || stage || '/' || currency, SUM(leads) || ' worth ' || SUM(amount)
        FROM leadkit_counter
        WHERE tenant_id = ?
        GROUP BY 1
        HAVING SUM(leads) <> 0 OR SUM(amount) <> 0
        """;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void the_same_operations_end_in_the_same_state_on_three_databases_as_on_one(TestReporter reporter)
            throws SQLException {
        LeadStore three = open(Shards.empty(), true);
        Counted one = Shards.alone();
        LeadStore alone = open(one.dataSource(), false);
        var random = new Random(SEED);
        Map<TenantId, RandomChangesets> tenants = new HashMap<>();
        Set<String> reached = new TreeSet<>();
        int questions = 0;

        for (int i = 1; i <= OPERATIONS; i++) {
            TenantId tenant = TenantId.of("tenant-" + random.nextInt(TENANTS));
            long seed = random.nextLong();
            Changeset changeset = withEvents(
                    tenants.computeIfAbsent(tenant, RandomChangesets::new).next(seed, alone));

            assertThat(RandomChangesets.outcome(three, changeset))
                    .as("commit %d, of %s", i, tenant)
                    .isEqualTo(RandomChangesets.outcome(alone, changeset));
            if (i % OPERATIONS_BETWEEN_QUESTIONS == 0) {
                var asked = new RandomQuestions(tenant);
                assertThat(asked.ask(seed, three))
                        .as("after commit %d, of %s", i, tenant)
                        .isEqualTo(asked.ask(seed, alone));
                questions++;
            }
            one.statements();
        }

        long rows = 0;
        for (TenantId tenant : tenants.keySet()) {
            String shard = TenantShards.shard(tenant.value(), 3);
            reached.add(shard);
            rows += assertSameTables(tenant.value(), Shards.shard(shard), one.dataSource());
        }
        assertThat(reached).hasSize(3);
        Shards.statements();
        reporter.publishEntry("operations", "%,d".formatted(OPERATIONS));
        reporter.publishEntry("tenants", Integer.toString(tenants.size()));
        reporter.publishEntry("rounds of questions", "%,d".formatted(questions));
        reporter.publishEntry("rows compared", "%,d".formatted(rows));
    }

    private static LeadStore open(DataSource database, boolean sharded) {
        JdbcLeadStore.Builder store = JdbcLeadStore.builder(database).schema(SchemaMode.VALIDATE);
        return sharded ? store.portable().open() : store.open();
    }

    /** So that there is something in the outbox. */
    private static Changeset withEvents(Changeset changeset) {
        return new Changeset(
                changeset.id(),
                changeset.tenant(),
                changeset.at(),
                changeset.actor(),
                changeset.leads(),
                changeset.conversations(),
                changeset.messages(),
                changeset.activities(),
                changeset.documents(),
                Set.of("listener"));
    }

    /** @return how many there are */
    private static long assertSameTables(String tenant, DataSource shard, DataSource one) throws SQLException {
        long rows = 0;
        try (Connection there = shard.getConnection();
                Connection here = one.getConnection()) {
            List<String> tables = new ArrayList<>(ShardedDatabase.TABLES);
            tables.remove("leadkit_counter");
            for (String name : tables) {
                var table = new TenantTable(tenant, name);
                TenantTable.Digest digest = table.digest(there);
                assertThat(digest).as("%s of %s", name, tenant).isEqualTo(table.digest(here));
                rows += digest.rows();
            }
            assertThat(counters(tenant, there)).as("counters of %s", tenant).isEqualTo(counters(tenant, here));
        }
        return rows;
    }

    private static Map<String, String> counters(String tenant, Connection database) throws SQLException {
        Map<String, String> counters = new TreeMap<>();
        try (PreparedStatement statement = database.prepareStatement(COUNTERS)) {
            statement.setString(1, tenant);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counters.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return counters;
    }
}
