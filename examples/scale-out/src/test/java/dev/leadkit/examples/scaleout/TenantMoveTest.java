package dev.leadkit.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import dev.leadkit.testkit.StoreLoad;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** A tenant goes to another shard while its hosts write, also to one that is new. One server has all shards here. */
@Tag("reliability")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class TenantMoveTest {
    private static final String TENANT = "tenant-1";
    private static final String NEIGHBOUR = "tenant-3";
    private static final int MOVES = Tier.of(2, 20);

    /** Between two of a thread's commits, so that there is not ever more to move the longer it takes. */
    private static final Duration PACE = Duration.ofMillis(50);

    private static final int COMMITS_BETWEEN = Tier.of(60, 200);
    private static final int THREADS = 4;

    private final Map<String, HikariDataSource> pools = new LinkedHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Future<?>> atWork = new ArrayList<>();
    private final List<AtomicInteger> steps = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private String directoryUrl = "";

    /** The server of all of them, started once. */
    private static final class Server {
        static final EmbeddedPostgres ONLY = start();

        private static EmbeddedPostgres start() {
            try {
                return Servers.start(Servers.data("moves"), 0, Servers.FORGETFUL);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @BeforeEach
    void start() throws SQLException {
        addShard("shard_0");
        addShard("shard_1");
        directoryUrl = database("directory");
        TenantRoutes.found(pool("directory", directoryUrl), 2);
    }

    @AfterEach
    void stop() {
        over.set(true);
        workers.shutdownNow();
        pools.values().forEach(HikariDataSource::close);
    }

    private void addShard(String name) throws SQLException {
        JdbcLeadStore.over(pool(name, database(name))).close();
    }

    private static String database(String name) throws SQLException {
        String unique = name + "_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.ONLY.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + unique);
        }
        return Server.ONLY.getJdbcUrl("postgres", unique);
    }

    private HikariDataSource pool(String name, String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(10);
        var pool = new HikariDataSource(config);
        pools.put(name, pool);
        return pool;
    }

    private Map<String, DataSource> shards() {
        Map<String, DataSource> shards = new LinkedHashMap<>(pools);
        shards.remove("directory");
        return shards;
    }

    /** As a process opens it that was started now. */
    private JdbcLeadStore store() throws SQLException {
        return JdbcLeadStore.builder(ShardedDatabase.over(shards(), directoryUrl))
                .portable()
                .schema(SchemaMode.VALIDATE)
                .open();
    }

    private TenantMove tool() throws SQLException {
        return new TenantMove(shards(), TenantRoutes.at(pools.get("directory")));
    }

    /** Lets hosts of one tenant work, as many processes as there are stores, each with what it knows of the routes. */
    private TenantWork start(String tenant, JdbcLeadStore... stores) {
        var work = new TenantWork(tenant);
        for (int i = 0; i < THREADS; i++) {
            StoreLoad load = work.at(stores[i % stores.length]);
            var random = new Random(tenant.hashCode() * 31L + i);
            var done = new AtomicInteger();
            steps.add(done);
            atWork.add(workers.submit(() -> {
                while (!over.get()) {
                    load.step(random);
                    done.incrementAndGet();
                    LockSupport.parkNanos(PACE.toNanos());
                }
            }));
        }
        return work;
    }

    /** Until each thread has done something of which all came after this was asked. */
    private void awaitEach(TenantWork work) throws InterruptedException {
        for (AtomicInteger done : steps) {
            int before = done.get();
            while (done.get() < before + 2) {
                work.await(1);
            }
        }
    }

    private void endWork() throws Exception {
        over.set(true);
        for (Future<?> thread : atWork) {
            thread.get(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void a_tenant_moves_to_a_new_shard_and_back_while_its_hosts_write_and_nothing_is_lost(TestReporter reporter)
            throws Exception {
        addShard("shard_2");
        JdbcLeadStore one = store();
        JdbcLeadStore other = store();
        TenantWork work = start(TENANT, one, other);
        TenantWork beside = start(NEIGHBOUR, one);
        assertThat(TenantShards.shard(NEIGHBOUR, 2)).isEqualTo(TenantShards.shard(TENANT, 2));
        String home = TenantShards.shard(TENANT, 2);
        TenantMove tool = tool();
        List<Long> shut = new ArrayList<>();
        long rows = 0;

        for (int move = 0; move < MOVES; move++) {
            work.await(COMMITS_BETWEEN);
            TenantMove.Moved moved = tool.move(TENANT, move % 2 == 0 ? "shard_2" : home);
            shut.add(moved.shut().toMillis());
            rows += moved.rows();
            assertThat(moved.rows()).isGreaterThan(COMMITS_BETWEEN);
            work.await(COMMITS_BETWEEN);
            if (move % 3 != 0) { // also back to where its old rows still are
                awaitEach(work); // so that no process has old routes
                assertThat(tool.tidy(TENANT, moved.from())).isPositive();
            }
        }
        beside.await(10);
        endWork();

        work.assertAllStoredOnce(store());
        beside.assertAllStoredOnce(store());
        assertThat(beside.failed()).as("errors of a neighbour").isEmpty();
        assertThat(work.failed())
                .allSatisfy(refused -> assertThat(state(refused)).isEqualTo(TenantMove.MOVING));
        reporter.publishEntry("moves", Integer.toString(MOVES));
        reporter.publishEntry("rows moved", "%,d".formatted(rows));
        reporter.publishEntry("acknowledged", "%,d".formatted(work.acknowledged()));
        reporter.publishEntry(
                "refused and repeated", Integer.toString(work.failed().size()));
        reporter.publishEntry("ms shut", shut.toString());
    }

    private static String state(StoreException refused) {
        return refused.getCause() instanceof SQLException sql ? sql.getSQLState() : "none: " + refused;
    }

    @Test
    void whoever_waits_too_long_is_refused_with_a_state_that_says_why() throws Exception {
        String home = TenantShards.shard(TENANT, 2);
        JdbcLeadStore store = store();
        List<String> states = new ArrayList<>();
        try (Connection shut = pools.get(home).getConnection()) {
            var fence = new TenantFence(TENANT, shut);
            fence.raise();
            var load = new StoreLoad(store, TenantId.of(TENANT), commit -> {}, refused -> {
                states.add(state(refused));
                try {
                    fence.lift();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });

            load.step(new Random(1));
        }

        assertThat(states).containsExactly(TenantMove.MOVING);
        assertThat(store.list(TenantId.of(TENANT), LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void a_process_with_old_routes_writes_nothing_where_the_tenant_was_even_when_that_is_tidied() throws Exception {
        addShard("shard_2");
        String home = TenantShards.shard(TENANT, 2);
        new StoreLoad(store(), TenantId.of(TENANT), commit -> {}, refused -> {}).step(new Random(1));
        tool().move(TENANT, "shard_2");
        assertThat(tool().move(TENANT, "shard_2").passes()).isZero();
        assertThat(tool().tidy(TENANT, home)).isPositive();
        // By the hash alone, as if it had never heard of the move.
        Map<String, DataSource> founding = shards();
        founding.remove("shard_2");
        JdbcLeadStore late = JdbcLeadStore.builder(ShardedDatabase.over(founding))
                .portable()
                .schema(SchemaMode.VALIDATE)
                .open();
        var load = new StoreLoad(late, TenantId.of(TENANT), commit -> {}, refused -> {
            throw refused;
        });

        assertThatThrownBy(() -> load.step(new Random(2)))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(state(refused)).isEqualTo(TenantMove.MOVING));

        tool().move(TENANT, home);
        load.step(new Random(2));
        assertThat(late.list(TenantId.of(TENANT), LeadQuery.all()).items()).hasSize(2);
    }

    @Test
    void a_copy_that_differs_moves_nobody() throws Exception {
        addShard("shard_2");
        JdbcLeadStore store = store();
        new StoreLoad(store, TenantId.of(TENANT), commit -> {}, refused -> {}).step(new Random(1));
        try (Connection target = pools.get("shard_2").getConnection();
                Statement statement = target.createStatement()) {
            statement.execute(
                    "CREATE FUNCTION shorten() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.text = 'x'; RETURN NEW; END $$");
            statement.execute(
                    "CREATE TRIGGER shorten BEFORE INSERT ON leadkit_message FOR EACH ROW EXECUTE FUNCTION shorten()");
            statement.execute("ALTER TABLE leadkit_message ENABLE ALWAYS TRIGGER shorten");
        }

        assertThatThrownBy(() -> tool().move(TENANT, "shard_2"))
                .isInstanceOfSatisfying(
                        TenantMoveException.class,
                        failed -> assertThat(failed.table()).isEqualTo("leadkit_message"));

        assertThat(TenantRoutes.at(pools.get("directory")).shard(TENANT)).isEqualTo(TenantShards.shard(TENANT, 2));
        new StoreLoad(store, TenantId.of(TENANT), commit -> {}, refused -> {
                    throw refused;
                })
                .step(new Random(2));
        assertThat(store.list(TenantId.of(TENANT), LeadQuery.all()).items()).hasSize(2);
    }

    @Test
    void a_process_that_was_not_told_of_a_new_shard_says_so_and_serves_the_other_tenants() throws Exception {
        JdbcLeadStore before = store();
        addShard("shard_2");
        TenantRoutes routes = TenantRoutes.at(pools.get("directory"));
        routes.put("newcomer", "shard_2");
        JdbcLeadStore after = store();

        new StoreLoad(after, TenantId.of("newcomer"), commit -> {}, refused -> {}).step(new Random(1));

        assertThat(after.list(TenantId.of("newcomer"), LeadQuery.all()).items()).hasSize(1);
        assertThat(before.list(TenantId.of(TENANT), LeadQuery.all()).items()).isEmpty();
        assertThatThrownBy(() -> {
                    // It reads the routes again when what it knows is old.
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
                    while (System.nanoTime() < end) {
                        before.list(TenantId.of("newcomer"), LeadQuery.all());
                    }
                })
                .isInstanceOfAny(StoreException.class, IllegalStateException.class);
        try (Connection shard = pools.get("shard_2").getConnection()) {
            assertThat(new TenantTable("newcomer", "leadkit_lead").digest(shard).rows())
                    .isEqualTo(1);
        }
    }
}
