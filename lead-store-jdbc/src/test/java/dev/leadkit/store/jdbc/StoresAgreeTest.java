package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import dev.leadkit.testkit.RandomChangesets;
import dev.leadkit.testkit.RandomQuestions;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One seed, many commits, and the same end on every store: the long form of {@link StoresAgreeProperties}, whose runs are
 * short so that they shrink.
 */
@Tag("reliability")
class StoresAgreeTest {
    private static final int OPERATIONS = Tier.of(2_000, 50_000, 1_000_000);

    /** So many that timelines have many pages, and not so many that only they are read. */
    private static final int OPERATIONS_OF_A_TENANT = Tier.of(500, 1_000, 1_000);

    private static final int OPERATIONS_BETWEEN_QUESTIONS = 100;

    /** At a time, each with tenants of its own, since most of the time is spent waiting for disks. */
    private static final int THREADS = 4;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void the_same_commits_end_as_in_memory(Database kind) throws InterruptedException {
        try (Trial trial = Trial.of("all stores alike", kind)) {
            LeadStore store = JdbcLeadStore.over(kind.fresh());
            Crew.run(THREADS, thread -> {
                for (int tenant = thread; tenant < OPERATIONS / OPERATIONS_OF_A_TENANT; tenant += THREADS) {
                    compare(TenantId.of("tenant-" + tenant), store, trial.random(tenant), trial);
                }
                return thread;
            });
        }
    }

    private static void compare(TenantId tenant, LeadStore store, Random seeds, Trial trial) {
        LeadStore inMemory = new InMemoryLeadStore();
        var commits = new RandomChangesets(tenant);
        var questions = new RandomQuestions(tenant);
        for (int i = 1; i <= OPERATIONS_OF_A_TENANT; i++) {
            long seed = seeds.nextLong();
            Changeset changeset = commits.next(seed, inMemory);
            Object expected = RandomChangesets.outcome(inMemory, changeset);

            assertThat(RandomChangesets.outcome(store, changeset))
                    .as("commit %d of %s", i, tenant)
                    .isEqualTo(expected);
            trial.count("commits");
            if (i % OPERATIONS_BETWEEN_QUESTIONS == 0) {
                assertThat(questions.ask(seed, store))
                        .as("after commit %d of %s", i, tenant)
                        .isEqualTo(questions.ask(seed, inMemory));
                trial.count("rounds of questions");
            }
        }
    }
}
