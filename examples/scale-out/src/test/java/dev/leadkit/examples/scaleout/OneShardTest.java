package dev.leadkit.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.jdbc.JdbcLeadStore;
import dev.leadkit.store.jdbc.SchemaMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What a tenant does reaches the one database that has him, in as many statements as if there were no other. */
class OneShardTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private interface Step {
        void run(Session session);
    }

    /** A tenant's desk and hook, and the leads that he made. */
    private static final class Session {
        private final LeadDesk desk;
        private final TenantCapture capture;
        private final List<Lead> leads = new ArrayList<>();

        Session(DataSource database, String tenant) {
            LeadKit kit = LeadKit.builder()
                    .clock(Clock.fixed(NOW, ZoneOffset.UTC)) // so that no definition is read again by chance
                    .identityKey("a key of this test alone".getBytes(StandardCharsets.UTF_8))
                    .store(JdbcLeadStore.builder(database)
                            .portable()
                            .schema(SchemaMode.VALIDATE)
                            .open())
                    .build();
            desk = kit.tenant(tenant).as(Actor.user("ann"));
            capture = CaptureEngine.builder(kit).build().tenant(tenant);
        }
    }

    private static Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put(
                "create",
                on -> on.leads.add(on.desk.create(NewLead.named("Jane").email("jane@acme.example"))));
        steps.put(
                "create another",
                on -> on.leads.add(on.desk.create(NewLead.named("Jim").tag("vip"))));
        steps.put("capture", on -> on.capture.onMessage(message("m1", "Hi, I want to buy two, kim@acme.example")));
        steps.put(
                "capture again", on -> on.capture.onMessage(message("m1", "Hi, I want to buy two, kim@acme.example")));
        steps.put(
                "update",
                on -> on.desk.update(on.leads.get(0).id(), LeadUpdate.begin().expecting(Money.of("100", "EUR"))));
        steps.put("transition", on -> on.desk.transition(on.leads.get(0).id(), "contacted"));
        steps.put("page", on -> on.desk.list(LeadQuery.all()));
        steps.put(
                "page by tag", on -> on.desk.list(LeadQuery.of(LeadFilter.all().taggedAny("vip"))));
        steps.put("search", on -> on.desk.list(LeadQuery.of(LeadFilter.all().matching("jane"))));
        steps.put("board", on -> on.desk.board(BoardQuery.all()));
        steps.put("timeline", on -> on.desk.timeline(on.leads.get(0).id(), PageRequest.first(20)));
        steps.put(
                "duplicates", on -> on.desk.merges().duplicates(on.leads.get(0).id()));
        steps.put(
                "merge",
                on -> on.desk
                        .merges()
                        .apply(on.desk
                                .merges()
                                .preview(on.leads.get(0).id(), on.leads.get(1).id())));
        steps.put("take apart", on -> on.desk.merges().undo(on.leads.get(1).id()));
        steps.put(
                "bulk",
                on -> on.desk.bulk().run(BulkAction.transition("qualified"), BulkTarget.matching(LeadFilter.all())));
        steps.put(
                "erase",
                on -> on.desk
                        .personalData()
                        .erase(Set.of(on.leads.get(0).id()), new Cause(Cause.SUBJECT_REQUEST, "ticket-1")));
        return steps;
    }

    private static ChatMessage message(String id, String text) {
        return ChatMessage.from("session-1").id(id).at(NOW).visitor(text).build();
    }

    @Test
    void each_operation_reaches_one_database_in_as_many_statements_as_on_one(TestReporter reporter) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Counted alone = Shards.alone();
        DataSource three = Shards.empty();
        for (String tenant : List.of("acme", "globex", "initech", "umbrella")) {
            String home = TenantShards.shard(tenant, 3);
            var there = new Session(three, tenant);
            var here = new Session(alone.dataSource(), tenant);
            Shards.statements();
            alone.statements();

            steps().forEach((name, step) -> {
                step.run(there);
                Map<String, List<String>> reached = Shards.statements();
                step.run(here);

                List<String> expected = alone.statements();
                counts.put(name, expected.size());
                reached.forEach((shard, statements) -> assertThat(statements)
                        .as("%s of %s in %s", name, tenant, shard)
                        .hasSameSizeAs(shard.equals(home) ? expected : List.of()));
            });
        }
        reporter.publishEntry("statements", counts.toString());
    }
}
