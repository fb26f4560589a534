package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.migration.StageMap;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Capture goes by the tenant's own published pipeline, and brings along what it touches. */
class PublishedPipelineTest {
    private static final Pipeline FIRST = Pipeline.named("sales")
            .open("new", "New")
            .open("warm", "Warm")
            .won("won", "Won")
            .free()
            .build();
    private static final Pipeline SECOND = Pipeline.named("sales")
            .version(2)
            .open("fresh", "Fresh")
            .open("hot", "Hot")
            .won("won", "Won")
            .free()
            .build();
    private static final StageMap MAP = StageMap.of("new", "fresh").and("warm", "hot");
    private static final CaptureRules RULES = CaptureRules.named("r")
            .rule(CaptureRule.of(
                    "mail", Condition.contact(ContactKind.EMAIL), Effect.lead().stage("warm")))
            .build();

    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .identityKey("sixteen bytes or more".getBytes(StandardCharsets.UTF_8))
            .pipeline(FIRST)
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final Pipelines pipelines = desk.pipelines();
    private final TenantCapture capture =
            CaptureEngine.builder(kit).rules(RULES).build().tenant("acme");
    private int said;

    private Lead say(String session, String text) {
        CaptureOutcome outcome = capture.onMessage(ChatMessage.from(session)
                .id("m-" + said++)
                .visitor(text)
                .at(Instant.parse("2026-03-02T09:00:00Z").plusSeconds(said))
                .build());
        return desk.get(outcome.lead().orElseThrow());
    }

    private void publish() {
        pipelines.publish(pipelines.plan(SECOND, MAP));
    }

    private List<Change> changes(Lead lead) {
        return desk.timeline(lead.id(), PageRequest.first(100)).items().stream()
                .map(Activity::change)
                .toList();
    }

    @Test
    void a_new_lead_enters_the_published_version_and_a_rule_may_name_a_stage_as_it_was_called() {
        publish();

        Lead lead = say("s-1", "I am jane@acme.example");

        assertThat(lead.pipelineVersion()).isEqualTo(2);
        assertThat(lead.stage()).isEqualTo("hot");
        assertThat(changes(lead)).noneMatch(Change.Migrated.class::isInstance);
    }

    @Test
    void a_message_brings_its_lead_along_to_the_stage_that_took_the_place_of_its_own() {
        Lead before = say("s-1", "I am jane@acme.example");
        publish();

        Lead after = say("s-1", "and I need ten chairs");
        say("s-1", "or eleven");

        assertThat(before.stage()).isEqualTo("warm");
        assertThat(after.stage()).isEqualTo("hot");
        assertThat(changes(after))
                .filteredOn(Change.Migrated.class::isInstance)
                .containsExactly(new Change.Migrated(1, 2, "warm", "hot"));
        assertThat(changes(after)).noneMatch(Change.StageChanged.class::isInstance);
        assertThat(pipelines.migrateAll("sales", progress -> {}).migrated()).isZero();
    }

    @Test
    void a_message_after_the_migration_moves_nobody() {
        Lead before = say("s-1", "I am jane@acme.example");
        publish();
        pipelines.migrateAll("sales", progress -> {});

        Lead after = say("s-1", "and I need ten chairs");

        assertThat(after.stage()).isEqualTo("hot");
        assertThat(changes(before))
                .filteredOn(Change.Migrated.class::isInstance)
                .hasSize(1);
        assertThat(changes(before)).noneMatch(Change.StageChanged.class::isInstance);
    }

    @Test
    void what_a_person_moved_stays_where_it_is_until_it_is_migrated() {
        Lead before = say("s-1", "I am jane@acme.example");
        desk.transition(before.id(), "new");
        publish();

        Lead said = say("s-1", "and I need ten chairs");
        pipelines.migrateAll("sales", progress -> {});

        assertThat(said.stage()).isEqualTo("new");
        assertThat(said.pipelineVersion()).isEqualTo(1);
        assertThat(desk.get(before.id()).stage()).isEqualTo("fresh");
    }

    @Test
    void a_lead_that_was_moved_to_another_pipeline_keeps_its_conversation_and_its_stage() {
        pipelines.publish(pipelines.plan(Pipeline.named("service")
                .open("begun", "Begun")
                .won("done", "Done")
                .free()
                .build()));
        Lead lead = say("s-1", "I am jane@acme.example");
        desk.moveTo(lead.id(), "service", "begun");

        Lead after = say("s-1", "and I need ten chairs");

        assertThat(after.id()).isEqualTo(lead.id());
        assertThat(after.pipeline()).isEqualTo("service");
        assertThat(after.stage()).isEqualTo("begun");
    }
}
