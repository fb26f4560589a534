package dev.leadkit.examples.scaleout.flink;

import static dev.leadkit.examples.scaleout.flink.ManyLeads.CARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.score.RescoreDecision;
import dev.leadkit.score.RescoreOutcome;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leads scored anew by a job, beside the desk's own rescoring of the same leads. */
@Tag("reliability")
class RescoreJobTest {
    private static final OperationId OPERATION =
            new OperationId(UUID.fromString("019c0000-0000-7000-8000-0000000000f1"));

    private final ManyLeads leads = new ManyLeads(4, Tier.of(900, 25_000, 500_000));
    private final RescoreOrder order =
            new RescoreOrder(OPERATION.value(), leads.end().plus(Duration.ofDays(1)));

    @Test
    void a_job_writes_what_the_desk_writes() throws Exception {
        try (Database desk = Database.create()) {
            long begun = System.nanoTime();
            leads.writeTo(desk.store());
            tell("made", begun);
            try (Database job = desk.copy()) {
                begun = System.nanoTime();
                long written = rescore(desk);
                tell("scored anew by the desk", begun);

                begun = System.nanoTime();
                List<RangeResult> results = run(job, LocalFlink.batch());
                tell("scored anew by the job", begun);

                assertThat(job.rows(OPERATION)).isEqualTo(desk.rows(OPERATION));
                assertThat(results.stream().mapToLong(RangeResult::written).sum())
                        .isEqualTo(written)
                        .isPositive();
                assertThat(results.stream().mapToLong(RangeResult::read).sum())
                        .isEqualTo(job.ask("SELECT COUNT(*) FROM leadkit_lead"));

                begun = System.nanoTime();
                List<RangeResult> again = run(job, LocalFlink.batch());
                tell("found as they should be by the job", begun);

                assertThat(again).allMatch(result -> result.written() == 0);
                assertThat(job.rows(OPERATION)).isEqualTo(desk.rows(OPERATION));
            }
        }
    }

    @Test
    void tasks_that_fail_time_and_again_change_nothing_of_the_result() throws Exception {
        var few = new ManyLeads(2, 600);
        try (Database undisturbed = Database.create()) {
            few.writeTo(undisturbed.store());
            try (Database job = undisturbed.copy()) {
                run(undisturbed, LocalFlink.batch(), few, value -> value);

                run(job, LocalFlink.batch(), few, new LocalFlink.Failing<>(3, 10));

                assertThat(LocalFlink.Failing.left()).isZero();
                assertThat(job.rows()).isEqualTo(undisturbed.rows());
            }
        }
    }

    @Test
    void what_is_done_at_the_desk_meanwhile_stays_and_is_scored() throws Exception {
        try (Database database = Database.create()) {
            leads.writeTo(database.store());
            LeadDesk desk = database.kit(Clock.fixed(order.asOf(), ZoneOffset.UTC), UUID::randomUUID, CARD)
                    .tenant("tenant-0")
                    .as(Actor.user("ann"));
            List<Lead> some = desk.list(LeadQuery.all().limit(200)).items();
            var ended = new AtomicBoolean();
            CompletableFuture<Integer> tagging = CompletableFuture.supplyAsync(() -> {
                int round = 0;
                while (!ended.get()) {
                    String tag = "t" + round++;
                    some.forEach(lead -> desk.tag(lead.id(), tag));
                }
                return round;
            });

            run(database, LocalFlink.batch());
            ended.set(true);

            int rounds = tagging.get();
            LeadStore store = database.store();
            for (String tenant : leads.tenants()) {
                Pages.stream(page -> store.list(
                                TenantId.of(tenant), new LeadQuery(LeadFilter.all(), LeadQuery.Sort.NEWEST, page)))
                        .forEach(lead -> assertThat(RescoreDecision.of(lead, CARD, order.asOf())
                                        .outcome())
                                .isIn(RescoreOutcome.UNCHANGED, RescoreOutcome.CLOSED));
            }
            assertThat(some)
                    .allSatisfy(lead -> assertThat(desk.get(lead.id()).tags()).hasSize(rounds));
        }
    }

    private List<RangeResult> run(Database database, StreamExecutionEnvironment flink) throws Exception {
        return run(database, flink, leads, value -> value);
    }

    private List<RangeResult> run(
            Database database,
            StreamExecutionEnvironment flink,
            ManyLeads which,
            MapFunction<RangeResult, RangeResult> afterwards)
            throws Exception {
        TypeInformation<RangeResult> type = TypeInformation.of(RangeResult.class);
        DataStream<LeadRange> ranges = flink.fromData(which.pieces(12)).setParallelism(1);
        DataStream<RangeResult> results = RescoreJob.over(ranges, database.settings(CARD), order)
                .map(afterwards)
                .returns(type);
        return results.executeAndCollect(leads.size());
    }

    /** As the desk does it, with its clock at the job's instant and the same operation; how many were written. */
    private long rescore(Database database) {
        long written = 0;
        for (String tenant : leads.tenants()) {
            var isFirst = new AtomicBoolean(true);
            OperationReport report = database.kit(
                            Clock.fixed(order.asOf(), ZoneOffset.UTC),
                            () -> isFirst.getAndSet(false) ? OPERATION.value() : UUID.randomUUID(),
                            CARD)
                    .tenant(tenant)
                    .as(Actor.system())
                    .rescoring()
                    .run(LeadFilter.all());
            assertThat(report.operation()).isEqualTo(OPERATION);
            written += report.count(RescoreOutcome.CHANGED.code()) + report.count(RescoreOutcome.RENEWED.code());
        }
        return written;
    }

    private void tell(String what, long begun) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("[flink] %,d leads %s in %d s%n", leads.size(), what, took.toSeconds());
    }
}
