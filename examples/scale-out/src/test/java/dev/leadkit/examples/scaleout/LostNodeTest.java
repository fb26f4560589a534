package dev.leadkit.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import dev.leadkit.testkit.StoreLoad;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** A shard's primary is killed under load, and its synchronous standby takes its place. */
@Tag("reliability")
class LostNodeTest {
    private static final int ROUNDS = Tier.of(1, 10);
    private static final int COMMITS_BEFORE_A_KILL = Tier.of(100, 300);
    private static final int THREADS_OF_A_TENANT = 2;
    private static final Duration MOST_UNTIL_WRITES_GO_ON = Duration.ofSeconds(5);
    private static final String MORTAL = "shard_0";

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void every_acknowledged_write_is_there_once_after_the_primary_of_a_shard_was_killed(TestReporter reporter)
            throws Exception {
        List<TenantWork> sites = IntStream.range(0, 6)
                .mapToObj(i -> new TenantWork("tenant-" + i))
                .toList();
        assertThat(sites).extracting(LostNodeTest::shard).contains("shard_0", "shard_1", "shard_2");
        List<Long> millis = new ArrayList<>();

        try (var mortal = new ReplicatedServer("mortal");
                EmbeddedPostgres second = Servers.start(Servers.data("steady-1"), 0, Servers.DURABLE);
                EmbeddedPostgres third = Servers.start(Servers.data("steady-2"), 0, Servers.DURABLE);
                HikariDataSource first = pool(mortal.url());
                HikariDataSource another = pool(second.getJdbcUrl("postgres", "postgres"));
                HikariDataSource last = pool(third.getJdbcUrl("postgres", "postgres"))) {
            Map<String, DataSource> shards = new LinkedHashMap<>();
            shards.put("shard_0", first);
            shards.put("shard_1", another);
            shards.put("shard_2", last);
            for (DataSource shard : shards.values()) {
                JdbcLeadStore.over(shard).close();
            }
            JdbcLeadStore store = JdbcLeadStore.builder(ShardedDatabase.over(shards))
                    .portable()
                    .schema(SchemaMode.VALIDATE)
                    .open();
            ExecutorService workers = Executors.newCachedThreadPool();
            try {
                List<Future<?>> work = startWork(sites, store, workers);
                for (int round = 0; round < ROUNDS; round++) {
                    mortal.addStandby();
                    for (TenantWork site : sites) {
                        site.await(COMMITS_BEFORE_A_KILL / sites.size());
                    }
                    mortal.killPrimary();
                    mortal.promote();
                    millis.add(millisUntilWritesGoOn(sites));
                }
                over.set(true);
                for (Future<?> each : work) {
                    each.get(2, TimeUnit.MINUTES);
                }
            } finally {
                over.set(true);
                workers.shutdownNow();
            }

            sites.forEach(site -> site.assertAllStoredOnce(store));
        }

        assertThat(sites)
                .filteredOn(site -> !shard(site).equals(MORTAL))
                .allSatisfy(site -> assertThat(site.failed()).isEmpty());
        assertThat(millis).allSatisfy(each -> assertThat(each).isLessThan(MOST_UNTIL_WRITES_GO_ON.toMillis()));
        reporter.publishEntry("kills", Integer.toString(ROUNDS));
        reporter.publishEntry(
                "acknowledged",
                "%,d"
                        .formatted(sites.stream()
                                .mapToInt(site -> site.acknowledged())
                                .sum()));
        reporter.publishEntry(
                "calls repeated",
                "%,d"
                        .formatted(sites.stream()
                                .mapToInt(site -> site.failed().size())
                                .sum()));
        reporter.publishEntry("ms from promotion to the next write", millis.toString());
    }

    private static String shard(TenantWork site) {
        return TenantShards.shard(site.tenant(), 3);
    }

    private List<Future<?>> startWork(List<TenantWork> sites, JdbcLeadStore store, ExecutorService workers) {
        List<Future<?>> work = new ArrayList<>();
        for (TenantWork site : sites) {
            StoreLoad load = site.at(store);
            for (int i = 0; i < THREADS_OF_A_TENANT; i++) {
                var random = new Random(site.tenant().hashCode() * 31L + i);
                work.add(workers.submit(() -> {
                    while (!over.get()) {
                        load.step(random);
                    }
                }));
            }
        }
        return work;
    }

    private static long millisUntilWritesGoOn(List<TenantWork> sites) throws InterruptedException {
        long promoted = System.nanoTime();
        for (TenantWork site : sites) {
            if (shard(site).equals(MORTAL)) {
                site.await(1);
            }
        }
        return (System.nanoTime() - promoted) / 1_000_000;
    }

    private static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(16);
        config.setConnectionTimeout(Duration.ofSeconds(2).toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        return new HikariDataSource(config);
    }
}
