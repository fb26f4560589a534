package dev.leadkit.examples.scaleout;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.event.LeadListener;
import dev.leadkit.event.OutboxRelay;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.migration.StageMap;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import dev.leadkit.testkit.Leads;
import dev.leadkit.testkit.WorkerProcess;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A host process over shards that others work on as well: {@code number visitors url…}. Captures what every visitor says, in an order of
 * its own; brings leads to the next version of their pipeline where its number is even, scores them anew where it is odd; and delivers
 * events meanwhile. Ends when its work is done and no event waits. Prints a line for each event.
 */
final class Host {
    static final List<String> TENANTS = List.of("acme", "globex", "initech", "umbrella");
    static final String ENDPOINT = "listener";
    static final int MESSAGES = 3;
    static final int OLD_SCORE = 10;
    static final int NEW_SCORE = 20;

    static final Pipeline FIRST = Pipeline.named("sales")
            .open("new", "New")
            .open("waiting", "Waiting")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();
    private static final Pipeline SECOND = Pipeline.named("sales")
            .version(2)
            .open("new", "New")
            .open("hot", "Hot")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();

    private final LeadKit kit;
    private final int number;

    private Host(LeadKit kit, int number) {
        this.kit = kit;
        this.number = number;
    }

    public static void main(String[] arguments) throws Exception {
        int number = Integer.parseInt(arguments[0]);
        int visitors = Integer.parseInt(arguments[1]);
        List<String> urls = List.of(arguments).subList(2, arguments.length);
        LeadKit kit = kit(
                store(urls),
                NEW_SCORE,
                event -> WorkerProcess.say("event %d %s %s %d."
                        .formatted(
                                System.nanoTime(), event.tenant(), event.lead().value(), event.version())));
        new Host(kit, number).work(visitors);
        System.exit(0); // ShardingSphere leaves threads behind
    }

    static LeadStore store(List<String> urls) throws SQLException {
        Map<String, DataSource> shards = new LinkedHashMap<>();
        for (int i = 0; i < urls.size(); i++) {
            var config = new HikariConfig();
            config.setJdbcUrl(urls.get(i));
            config.setMaximumPoolSize(6);
            shards.put("shard_" + i, new HikariDataSource(config));
        }
        return JdbcLeadStore.builder(ShardedDatabase.over(shards))
                .portable()
                .schema(SchemaMode.VALIDATE)
                .open();
    }

    static LeadKit kit(LeadStore store, int score, LeadListener listener) {
        return LeadKit.builder()
                .store(store)
                .identityKey(Leads.SECRET.getBytes(StandardCharsets.UTF_8))
                .pipeline(FIRST)
                .scorer(always(score))
                .clock(Clock.fixed(Leads.NOW.plus(Duration.ofHours(1)), ZoneOffset.UTC))
                .endpoint(ENDPOINT, listener)
                .build();
    }

    private static LeadScorer always(int value) {
        return (lead, asOf) -> new Score(
                value,
                "cold",
                List.of(new Contribution("all", "All", value, "as everybody")),
                "flat@" + value,
                asOf,
                null);
    }

    private void work(int visitors) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> work = List.of(
                threads.submit(() -> capture(visitors)),
                threads.submit(() -> TENANTS.forEach(number % 2 == 0 ? this::migrate : this::rescore)));
        OutboxRelay relay = kit.relay();
        List<TenantId> tenants = TENANTS.stream().map(TenantId::of).toList();
        while (!work.stream().allMatch(Future::isDone) || isBehind(relay, tenants)) {
            relay.poll(tenants);
        }
        for (Future<?> each : work) {
            each.get(1, TimeUnit.MINUTES);
        }
    }

    private static boolean isBehind(OutboxRelay relay, List<TenantId> tenants) {
        return !tenants.stream()
                .allMatch(tenant -> relay.backlog(tenant, ENDPOINT).equals(Backlog.NONE));
    }

    private void capture(int visitors) {
        CaptureEngine engine = CaptureEngine.builder(kit).region("US").build();
        List<ChatMessage> messages = new ArrayList<>();
        for (int visitor = 0; visitor < visitors; visitor++) {
            for (int i = 0; i < MESSAGES; i++) {
                messages.add(message("session-" + visitor, i));
            }
        }
        Collections.shuffle(messages, new Random(number));
        for (ChatMessage message : messages) {
            for (String tenant : TENANTS) {
                engine.tenant(tenant).onMessage(message);
            }
        }
    }

    private static ChatMessage message(String session, int number) {
        return ChatMessage.from(session)
                .id("m-" + number)
                .visitor("Please write to %s@acme.example".formatted(session))
                .at(Leads.NOW.plusSeconds(number))
                .build();
    }

    private void migrate(String tenant) {
        Pipelines pipelines = desk(tenant).pipelines();
        try {
            if (pipelines.find("sales").orElseThrow().version() < 2) {
                pipelines.publish(pipelines.plan(SECOND, StageMap.of("waiting", "hot")));
            }
        } catch (StaleDocumentException anotherProcessDidSo) {
            // So it is published.
        }
        pipelines.migrateAll("sales", progress -> {});
    }

    private void rescore(String tenant) {
        OperationReport report = desk(tenant).rescoring().run(LeadFilter.all());
        WorkerProcess.say("rescored %d of %s.".formatted(report.count("changed"), tenant));
    }

    private LeadDesk desk(String tenant) {
        return kit.tenant(tenant).as(Actor.system());
    }
}
