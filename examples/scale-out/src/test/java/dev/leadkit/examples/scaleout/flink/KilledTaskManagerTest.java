package dev.leadkit.examples.scaleout.flink;

import static dev.leadkit.examples.scaleout.flink.ManyLeads.CARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.operation.OperationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A TaskManager's process is killed in the middle of a job, and the result is that of an undisturbed one. */
@Tag("reliability")
class KilledTaskManagerTest {
    private static final int KILLED = 128 + 9;

    /** One, and ten with {@code -Psoak}. */
    private final int rounds = Tier.of(1, 10, 10);

    private final Random random = new Random(5);

    @Test
    void a_rescoring_goes_on_where_a_task_was_killed() throws Exception {
        var leads = new ManyLeads(4, 3_000);
        var operation = new OperationId(UUID.fromString("019c0000-0000-7000-8000-0000000000f2"));
        var order = new RescoreOrder(operation.value(), leads.end().plus(Duration.ofDays(1)));
        String written = "SELECT COUNT(*) FROM leadkit_changeset WHERE changeset_id::text LIKE '019c0000-0000-7000%'";
        try (Database seeded = Database.create();
                FlinkProcesses flink = new FlinkProcesses()) {
            leads.writeTo(seeded.store());
            Map<String, String> expected;
            long all;
            try (Database undisturbed = seeded.copy()) {
                rescore(undisturbed, LocalFlink.batch(), leads, order);
                expected = undisturbed.rows();
                all = undisturbed.ask(written);
            }
            for (int round = 0; round < rounds; round++) {
                try (Database job = seeded.copy()) {
                    StreamExecutionEnvironment there = flink.environment().setRuntimeMode(RuntimeExecutionMode.BATCH);

                    List<RangeResult> results =
                            killed(flink, job, written, all, () -> rescore(job, there, leads, order));

                    assertThat(job.rows()).isEqualTo(expected);
                    assertThat(results)
                            .extracting(RangeResult::range)
                            .containsExactlyInAnyOrderElementsOf(leads.pieces(12));
                }
            }
        }
    }

    private static List<RangeResult> rescore(
            Database database, StreamExecutionEnvironment flink, ManyLeads leads, RescoreOrder order) throws Exception {
        List<LeadRange> ranges = leads.pieces(12);
        return RescoreJob.over(flink.fromData(ranges).setParallelism(1), database.settings(CARD), order)
                .executeAndCollect(ranges.size() + 1);
    }

    /**
     * The result of a job of which a TaskManager is killed once a part of the work is done.
     *
     * @param done asks for how much that is
     * @param all how much there is to do
     */
    private <T> T killed(FlinkProcesses flink, Database database, String done, long all, Callable<T> job)
            throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<T> result = executor.submit(job);
            long part = all / 10 + random.nextInt((int) all / 2);
            while (database.ask(done) < part) {
                assertThat(flink.isAlive()).isTrue();
                assertIsRunning(result);
            }
            int exit = flink.killOne(random);
            long after = database.ask(done);
            assertThat(exit).isEqualTo(KILLED);
            assertThat(after).as("done when it was killed").isLessThan(all);
            System.out.printf("[flink] a TaskManager killed at %,d of %,d%n", after, all);
            return result.get(5, TimeUnit.MINUTES);
        } finally {
            executor.shutdownNow();
        }
    }

    private static void assertIsRunning(Future<?> result) throws Exception {
        try {
            result.get(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException running) {
            return;
        }
        throw new AssertionError("the job ended before a task was killed");
    }
}
