package dev.leadkit.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadMergedException;
import dev.leadkit.TransitionRefusedException;
import dev.leadkit.insight.LeadHistory;
import dev.leadkit.insight.StageVisit;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Reason;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.PipelineBuilder;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.Reopening;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final InMemoryLeadStore store = new InMemoryLeadStore();

    private LeadKit kit(Pipeline pipeline, OverridePolicy overrides) {
        InstantSource clock = now::get;
        return LeadKit.builder()
                .store(store)
                .pipeline(pipeline)
                .overrides(overrides)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build();
    }

    private LeadDesk desk(Pipeline pipeline) {
        return kit(pipeline, OverridePolicy.nobody()).tenant("acme").as(Actor.user("ann"));
    }

    private void wait(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private static PipelineBuilder sales() {
        return Pipeline.named("sales")
                .open("new", "New")
                .stage(Stage.of("talking", "Talking", StageCategory.OPEN).requiring("assignee"))
                .won("won", "Won")
                .lost("lost", "Lost")
                .allow("new", "talking", Guard.scoreAtLeast(60))
                .allow("talking", "won")
                .allow("talking", "new")
                .allowFromAnyOpenStage("lost");
    }

    private static List<Activity> timeline(LeadDesk desk, Lead lead) {
        return desk.timeline(lead.id(), PageRequest.first(100)).items();
    }

    @Test
    void nobody_overrides_a_pipeline_unless_the_kit_says_who() {
        LeadDesk desk = desk(sales().build());
        Lead lead = desk.create(NewLead.named("Jane"));

        var refused = catchThrowableOfType(
                TransitionRefusedException.class, () -> desk.moves().override(lead.id(), "won", "the boss said so"));

        assertThat(refused.refusals())
                .extracting(Refusal::code)
                .containsExactly("not-declared", "override-not-permitted");
        assertThat(desk.get(lead.id())).isEqualTo(lead);
    }

    @Test
    void an_override_says_in_the_timeline_who_why_and_past_what() {
        LeadKit kit = kit(sales().build(), OverridePolicy.users("ann"));
        LeadDesk ann = kit.tenant("acme").as(Actor.user("ann"));
        LeadDesk bob = kit.tenant("acme").as(Actor.user("bob"));
        LeadDesk program = kit.tenant("acme").as(Actor.bot("ann"));
        Lead lead = ann.create(NewLead.named("Jane"));
        wait(DAY);

        Lead talking = ann.moves().override(lead.id(), "talking", " met at the fair ");

        assertThat(talking.stage()).isEqualTo("talking");
        assertThat(talking.stageEnteredAt()).isEqualTo(now.get());
        List<Activity> both =
                timeline(ann, lead).stream().filter(each -> each.version() == 2).toList();
        assertThat(both)
                .extracting(Activity::change)
                .containsExactly(
                        new Change.StageChanged("new", "talking", null, DAY),
                        new Change.Overridden(
                                "met at the fair",
                                List.of(
                                        Reason.of("missing-field", "the lead needs \"assignee\" first"),
                                        Reason.of("score-too-low", "the score must be at least 60, there is none"))));
        assertThat(both).extracting(Activity::actor).containsOnly(Actor.user("ann"));
        assertThat(bob.moves()
                        .override(lead.id(), "new", "nothing speaks against it")
                        .stage())
                .isEqualTo("new");
        for (LeadDesk other : List.of(bob, program)) {
            assertThatThrownBy(() -> other.moves().override(lead.id(), "won", "why not"))
                    .isInstanceOf(TransitionRefusedException.class)
                    .hasMessageContaining("may not override");
        }
    }

    @Test
    void an_override_of_nothing_is_an_ordinary_move() {
        LeadDesk desk = desk(sales().build());
        Lead lead = desk.create(NewLead.named("Jane"));

        Lead lost = desk.moves().override(lead.id(), "lost", "cleaning up", "spam");

        assertThat(lost.lostReason()).isEqualTo("spam");
        assertThat(timeline(desk, lead)).noneMatch(each -> each.change() instanceof Change.Overridden);
        assertThat(desk.moves().override(lead.id(), "lost", "again")).isEqualTo(lost);
    }

    @Test
    void no_override_leads_to_a_stage_that_there_is_not_and_none_goes_without_a_reason() {
        LeadDesk desk = kit(sales().build(), (actor, lead, to, refusals) -> true)
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead lead = desk.create(NewLead.named("Jane"));

        var refused = catchThrowableOfType(
                TransitionRefusedException.class, () -> desk.moves().override(lead.id(), "nowhere", "because"));

        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("unknown-stage");
        assertThatThrownBy(() -> desk.moves().override(lead.id(), "won", "  "))
                .isInstanceOf(InvalidInputException.class);
        assertThat(desk.get(lead.id())).isEqualTo(lead);
    }

    @Test
    void a_closed_lead_opens_again_where_it_was_open_last() {
        LeadDesk desk = desk(Pipeline.fiveStage());
        Lead lead = desk.create(NewLead.named("Jane"));
        desk.transition(lead.id(), "qualified");
        desk.transition(lead.id(), "lost", "no budget");
        wait(DAY);

        assertThat(desk.moves().previewReopen(lead.id()).isAllowed()).isTrue();
        assertThat(desk.moves().previewReopen(lead.id()).to()).isEqualTo("qualified");
        Lead reopened = desk.moves().reopen(lead.id());

        assertThat(reopened.stage()).isEqualTo("qualified");
        assertThat(reopened.closed()).isFalse();
        assertThat(reopened.lostReason()).isNull();
        LeadHistory history = desk.insights().history(lead.id()).orElseThrow();
        assertThat(history.visits())
                .extracting(StageVisit::stage)
                .containsExactly("new", "qualified", "lost", "qualified");
        assertThat(history.visits().get(2).length(now.get())).isEqualTo(DAY);
        assertThat(history.visits().get(2).reason()).isEqualTo("no budget");
        assertThat(history.reopenings(Pipeline.fiveStage())).isEqualTo(1);
    }

    @Test
    void each_reopening_counts() {
        LeadDesk desk = desk(Pipeline.fiveStage());
        Lead lead = desk.create(NewLead.named("Jane"));
        for (int i = 0; i < 3; i++) {
            desk.transition(lead.id(), i == 1 ? "converted" : "lost");
            desk.moves().reopen(lead.id());
        }

        assertThat(desk.insights().history(lead.id()).orElseThrow().reopenings(Pipeline.fiveStage()))
                .isEqualTo(3);
    }

    @Test
    void a_pipeline_may_name_the_stage_and_keep_the_reason() {
        LeadDesk desk = desk(sales().reopening(new Reopening("new", true)).build());
        Lead lead = desk.create(NewLead.named("Jane"));
        desk.transition(lead.id(), "lost", "no budget");

        Lead reopened = desk.moves().reopen(lead.id());

        assertThat(reopened.stage()).isEqualTo("new");
        assertThat(reopened.lostReason()).isEqualTo("no budget");
    }

    @Test
    void a_lead_opens_again_only_where_the_pipeline_says_so() {
        LeadDesk strict = desk(sales().build());
        Lead lead = strict.create(NewLead.named("Jane"));
        assertThat(strict.moves().previewReopen(lead.id()).refusals())
                .extracting(Refusal::code)
                .containsExactly("not-closed");
        strict.transition(lead.id(), "lost");

        var refused = catchThrowableOfType(
                TransitionRefusedException.class, () -> strict.moves().reopen(lead.id()));

        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("reopening-not-allowed");
        LeadDesk declared =
                desk(sales().allow("lost", "new", Guard.has("email")).build());
        assertThatThrownBy(() -> declared.moves().reopen(lead.id()))
                .as("the transition's guards hold")
                .isInstanceOf(TransitionRefusedException.class)
                .hasMessageContaining("email");
    }

    @Test
    void a_lead_that_opens_again_needs_what_the_stage_requires() {
        LeadDesk desk = kit(sales().reopening(Reopening.TO_LAST_STAGE).build(), OverridePolicy.users("ann"))
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead lead = desk.create(NewLead.named("Jane").assignee("bob"));
        desk.moves().override(lead.id(), "talking", "met at the fair");
        desk.transition(lead.id(), "won");
        desk.assign(lead.id(), null);

        assertThatThrownBy(() -> desk.moves().reopen(lead.id())).hasMessageContaining("assignee");
        desk.assign(lead.id(), "bob");
        assertThat(desk.moves().reopen(lead.id()).stage()).isEqualTo("talking");
    }

    @Test
    void a_lead_stays_closed_while_its_visitor_has_another_open_one() {
        LeadDesk desk = desk(Pipeline.fiveStage());
        Lead old = desk.create(NewLead.named("Jane").externalId("crm-7"));
        Lead closed = desk.transition(old.id(), "lost");
        Lead other = desk.create(NewLead.named("Jane").externalId("crm-7"));

        var taken = catchThrowableOfType(
                IdentityTakenException.class, () -> desk.moves().reopen(old.id()));

        assertThat(taken.holder()).isEqualTo(other.id());
        assertThat(desk.get(old.id())).isEqualTo(closed);
    }

    @Test
    void a_lead_that_was_merged_away_is_neither_overridden_nor_opened() {
        LeadDesk desk = kit(Pipeline.fiveStage(), OverridePolicy.users("ann"))
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead kept = desk.create(NewLead.named("Jane"));
        Lead gone = desk.create(NewLead.named("Jane"));
        desk.transition(gone.id(), "lost");
        desk.merges().apply(desk.merges().preview(kept.id(), gone.id()));

        assertThatThrownBy(() -> desk.moves().reopen(gone.id())).isInstanceOf(LeadMergedException.class);
        assertThatThrownBy(() -> desk.moves().override(gone.id(), "new", "why not"))
                .isInstanceOf(LeadMergedException.class);
    }

    @Test
    void the_stage_of_an_older_version_is_not_gone_back_to() {
        Pipeline old = Pipeline.named("p")
                .open("new", "New")
                .open("trial", "Trial")
                .won("won", "Won")
                .lost("lost", "Lost")
                .free()
                .build();
        Pipeline renewed = Pipeline.named("p")
                .version(2)
                .open("new", "New")
                .open("demo", "Demo")
                .won("won", "Won")
                .lost("lost", "Lost")
                .free()
                .reopening(Reopening.TO_LAST_STAGE)
                .build();
        Lead lead = desk(old).create(NewLead.named("Jane"));
        desk(old).transition(lead.id(), "trial");
        desk(old).transition(lead.id(), "lost");

        assertThat(desk(renewed).moves().reopen(lead.id()).stage()).isEqualTo("new");
    }
}
