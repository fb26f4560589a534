package dev.leadkit.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import dev.leadkit.testkit.Acknowledgement;
import dev.leadkit.testkit.StoreAudit;
import dev.leadkit.testkit.StoreLoad;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
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

    /** A tenant at work. */
    private static final class Site {
        private final TenantId tenant;
        private final String shard;
        private final Queue<Acknowledgement> acknowledged = new ConcurrentLinkedQueue<>();
        private final Queue<StoreException> errors = new ConcurrentLinkedQueue<>();
        private final Semaphore commits = new Semaphore(0);

        Site(String tenant) {
            this.tenant = TenantId.of(tenant);
            this.shard = TenantShards.shard(tenant, 3);
        }

        void acknowledge(Acknowledgement commit) {
            acknowledged.add(commit);
            commits.release();
        }

        void await(int more) throws InterruptedException {
            commits.drainPermits();
            for (int i = 0; i < more; i++) {
                assertThat(commits.tryAcquire(2, TimeUnit.MINUTES))
                        .as("work of %s goes on", tenant)
                        .isTrue();
            }
        }
    }

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void every_acknowledged_write_is_there_once_after_the_primary_of_a_shard_was_killed(TestReporter reporter)
            throws Exception {
        List<Site> sites =
                IntStream.range(0, 6).mapToObj(i -> new Site("tenant-" + i)).toList();
        assertThat(sites).extracting(site -> site.shard).contains("shard_0", "shard_1", "shard_2");
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
                    for (Site site : sites) {
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

            sites.forEach(site -> assertAllStoredOnce(site, store));
        }

        assertThat(sites)
                .filteredOn(site -> !site.shard.equals(MORTAL))
                .allSatisfy(site -> assertThat(site.errors).isEmpty());
        assertThat(millis).allSatisfy(each -> assertThat(each).isLessThan(MOST_UNTIL_WRITES_GO_ON.toMillis()));
        reporter.publishEntry("kills", Integer.toString(ROUNDS));
        reporter.publishEntry(
                "acknowledged",
                "%,d"
                        .formatted(sites.stream()
                                .mapToInt(site -> site.acknowledged.size())
                                .sum()));
        reporter.publishEntry(
                "calls repeated",
                "%,d"
                        .formatted(sites.stream()
                                .mapToInt(site -> site.errors.size())
                                .sum()));
        reporter.publishEntry("ms from promotion to the next write", millis.toString());
    }

    private List<Future<?>> startWork(List<Site> sites, JdbcLeadStore store, ExecutorService workers) {
        List<Future<?>> work = new ArrayList<>();
        for (Site site : sites) {
            var load = new StoreLoad(store, site.tenant, site::acknowledge, site.errors::add);
            for (int i = 0; i < THREADS_OF_A_TENANT; i++) {
                var random = new Random(site.tenant.hashCode() * 31L + i);
                work.add(workers.submit(() -> {
                    while (!over.get()) {
                        load.step(random);
                    }
                }));
            }
        }
        return work;
    }

    private static long millisUntilWritesGoOn(List<Site> sites) throws InterruptedException {
        long promoted = System.nanoTime();
        for (Site site : sites) {
            if (site.shard.equals(MORTAL)) {
                site.await(1);
            }
        }
        return (System.nanoTime() - promoted) / 1_000_000;
    }

    private static void assertAllStoredOnce(Site site, JdbcLeadStore store) {
        StoreAudit audit = StoreAudit.of(store, site.tenant);
        assertThat(audit.faults()).isEmpty();
        assertThat(audit.silences()).isEmpty();
        assertThat(site.acknowledged)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(audit.writtenBy(each.changeset()))
                        .as("%s", each)
                        .containsExactly(StoreAudit.version(each.lead(), each.version())));
        // Everybody repeated until he knew, so nothing is stored that nobody knows of.
        assertThat(audit.changesets())
                .containsExactlyInAnyOrderElementsOf(site.acknowledged.stream()
                        .map(Acknowledgement::changeset)
                        .toList());
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
