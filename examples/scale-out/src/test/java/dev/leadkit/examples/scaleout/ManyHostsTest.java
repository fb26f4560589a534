package dev.leadkit.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Pages;
import dev.leadkit.testkit.StoreAudit;
import dev.leadkit.testkit.WorkerProcess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** Four host processes on three shards do everything at once, and it is as if one had done it. */
@Tag("reliability")
class ManyHostsTest {
    private static final int HOSTS = 4;
    private static final int VISITORS = Tier.of(10, 250);
    private static final int LEADS = Tier.of(60, 2_000);
    private static final List<String> STAGES = List.of("new", "waiting", "lost");
    private static final Pattern EVENT = Pattern.compile("event (-?\\d+) (\\S+) (\\S+) (\\d+)\\.");
    private static final Pattern RESCORED = Pattern.compile("rescored (\\d+) of \\S+\\.");

    /** That a process was told a version of a lead. */
    private record Told(int host, long nanos, String tenant, String lead, long version) {}

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void captures_relays_a_migration_and_a_rescoring_in_four_processes_end_as_in_one(TestReporter reporter)
            throws Exception {
        Shards.empty();
        LeadStore store = Host.store(Shards.urls());
        LeadKit kit = Host.kit(store, Host.OLD_SCORE, event -> {});
        Host.TENANTS.forEach(tenant -> fill(kit.tenant(tenant).as(Actor.system())));
        Queue<Told> told = new ConcurrentLinkedQueue<>();
        Queue<String> rescored = new ConcurrentLinkedQueue<>();

        run(told, rescored);

        LeadKit afterwards = Host.kit(
                store,
                Host.NEW_SCORE,
                event -> told.add(new Told(
                        HOSTS,
                        System.nanoTime(),
                        event.tenant().value(),
                        event.lead().value().toString(),
                        event.version())));
        int leads = 0;
        for (String tenant : Host.TENANTS) {
            LeadDesk desk = afterwards.tenant(tenant).as(Actor.system());
            // What was created on the first version while the others were brought along.
            assertThat(desk.pipelines().migrateAll("sales", progress -> {}).held())
                    .isEmpty();
            OperationReport report = desk.rescoring().run(LeadFilter.all());
            assertThat(report.count("changed"))
                    .as("scores of %s left behind", tenant)
                    .isZero();
            // And what that told.
            afterwards.relay().poll(List.of(TenantId.of(tenant)));
            assertThat(afterwards.relay().backlog(TenantId.of(tenant), Host.ENDPOINT))
                    .isEqualTo(Backlog.NONE);
            leads += assertWhole(tenant, store);
            assertTold(tenant, store, told);
        }
        assertThat(told).extracting(Told::host).as("relays that had a share").contains(0, 1, 2, 3);
        Shards.statements();
        reporter.publishEntry("processes", Integer.toString(HOSTS));
        reporter.publishEntry("leads", "%,d".formatted(leads));
        reporter.publishEntry(
                "messages captured", "%,d".formatted(HOSTS * VISITORS * Host.MESSAGES * Host.TENANTS.size()));
        reporter.publishEntry("events", "%,d".formatted(told.size()));
    }

    private static void fill(LeadDesk desk) {
        for (int i = 0; i < LEADS; i++) {
            Lead lead = desk.create(NewLead.named("Jane " + i).externalId("crm-" + i));
            String stage = STAGES.get(i % STAGES.size());
            if (!stage.equals(lead.stage())) {
                desk.transition(lead.id(), stage);
            }
        }
    }

    private static void run(Queue<Told> told, Queue<String> rescored) throws Exception {
        List<WorkerProcess> hosts = new ArrayList<>();
        List<Thread> readers = new ArrayList<>();
        try {
            for (int i = 0; i < HOSTS; i++) {
                int number = i;
                List<String> arguments = new ArrayList<>(List.of(Integer.toString(i), Integer.toString(VISITORS)));
                arguments.addAll(Shards.urls());
                WorkerProcess host = WorkerProcess.start(Host.class, arguments.toArray(String[]::new));
                hosts.add(host);
                var reader = new Thread(() -> host.eachLine(line -> read(number, line, told, rescored)));
                reader.start();
                readers.add(reader);
            }
            for (Thread reader : readers) {
                reader.join();
            }
        } finally {
            hosts.forEach(WorkerProcess::close);
        }
        assertThat(rescored).as("rescorings that came to their end").hasSize(HOSTS / 2 * Host.TENANTS.size());
    }

    private static void read(int host, String line, Queue<Told> told, Queue<String> rescored) {
        Matcher event = EVENT.matcher(line);
        if (event.matches()) {
            told.add(new Told(
                    host,
                    Long.parseLong(event.group(1)),
                    event.group(2),
                    event.group(3),
                    Long.parseLong(event.group(4))));
        } else if (RESCORED.matcher(line).matches()) {
            rescored.add(line);
        }
    }

    /** @return how many leads there are */
    private static int assertWhole(String tenantName, LeadStore store) {
        TenantId tenant = TenantId.of(tenantName);
        StoreAudit audit = StoreAudit.of(store, tenant);
        assertThat(audit.faults()).isEmpty();
        assertThat(audit.leads()).hasSize(LEADS + VISITORS);
        assertThat(audit.leads().stream().flatMap(lead -> lead.sessions().stream()))
                .as("one lead of each visitor")
                .hasSize(VISITORS)
                .doesNotHaveDuplicates();
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            assertThat(store.transcript(tenant, "session-" + visitor)
                            .orElseThrow()
                            .messages())
                    .extracting(ChatMessage::id)
                    .containsExactly("m-0", "m-1", "m-2");
        }
        for (Lead lead : audit.leads()) {
            List<Change> changes = Pages.timeline(store, tenant, lead.id())
                    .map(Activity::change)
                    .toList();
            Change.Created created = (Change.Created) changes.get(0);
            assertThat(lead.pipelineVersion()).isEqualTo(2);
            assertThat(changes.stream().filter(Change.Migrated.class::isInstance))
                    .as("migrations of %s", lead.id())
                    .hasSize(2 - created.pipelineVersion());
            if (!lead.closed()) {
                assertThat(lead.score()).isNotNull();
                assertThat(lead.score().value()).isEqualTo(Host.NEW_SCORE);
            }
            assertThat(changes.stream()
                            .filter(change -> change instanceof Change.Scored scored
                                    && Integer.valueOf(Host.OLD_SCORE).equals(scored.from())))
                    .as("rescorings of %s", lead.id())
                    .hasSize(lead.sessions().isEmpty() && !lead.closed() ? 1 : 0);
        }
        return audit.leads().size();
    }

    /** Each event once, since no process was killed; and those of a lead in their order. */
    private static void assertTold(String tenant, LeadStore store, Queue<Told> told) {
        List<Told> its = told.stream()
                .filter(each -> each.tenant().equals(tenant))
                .sorted(Comparator.comparing(Told::nanos))
                .toList();
        List<String> names =
                its.stream().map(each -> each.lead() + "@" + each.version()).toList();
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        StoreAudit.of(store, TenantId.of(tenant)).versions());
        Map<String, Long> last = new HashMap<>();
        for (Told each : its) {
            Long before = last.put(each.lead(), each.version());
            assertThat(before == null || before < each.version())
                    .as("%s after version %s", each, before)
                    .isTrue();
        }
    }
}
