package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.insight.Forecast;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.migration.MigrationPlan;
import dev.leadkit.migration.MigrationPlan.StageMove;
import dev.leadkit.migration.MigrationProgress;
import dev.leadkit.migration.MigrationProgress.Held;
import dev.leadkit.migration.MigrationProgress.Why;
import dev.leadkit.migration.PipelineDifference;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.migration.StageMap;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.HostGuard;
import dev.leadkit.pipeline.HostGuards;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelinesTest {
    private static final Pipeline FIRST = Pipeline.named("sales")
            .open("new", "New")
            .open("waiting", "Waiting")
            .open("warm", "Warm")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();

    /** Waiting and warm become one stage. */
    private static final Pipeline SECOND = Pipeline.named("sales")
            .version(2)
            .open("new", "Neu")
            .stage(Stage.of("hot", "Heiß", StageCategory.OPEN).requiring(LeadField.EMAIL))
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();

    private static final StageMap INTO_HOT = StageMap.of("waiting", "hot").and("warm", "hot");

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = kit();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final Pipelines pipelines = desk.pipelines();

    private LeadKit kit() {
        return LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(FIRST)
                .identityKey(new byte[16])
                .build();
    }

    private Lead in(String stage) {
        Lead lead = desk.create(NewLead.unknown());
        return stage.equals(lead.stage()) ? lead : desk.transition(lead.id(), stage);
    }

    private List<Change> changes(LeadId lead) {
        return desk.timeline(lead, PageRequest.first(100)).items().stream()
                .map(Activity::change)
                .toList();
    }

    private MigrationProgress publish(Pipeline next, StageMap map) {
        pipelines.publish(pipelines.plan(next, map));
        return pipelines.migrateAll(next.name(), progress -> {});
    }

    @Test
    void a_published_version_takes_its_leads_along_with_one_entry_each_and_new_leads_enter_it_at_once() {
        Lead waiting = in("waiting");
        Lead warm = in("warm");
        Lead fresh = in("new");
        clock.advance(Duration.ofDays(3));

        MigrationPlan plan = pipelines.plan(SECOND, INTO_HOT);
        pipelines.publish(plan);
        Lead after = desk.create(NewLead.unknown());
        MigrationProgress progress = pipelines.migrateAll("sales", batch -> {});

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.leads()).isEqualTo(3);
        assertThat(after.pipelineVersion()).isEqualTo(2);
        assertThat(progress).isEqualTo(new MigrationProgress(3, 4, List.of(), null));
        assertThat(desk.get(waiting.id()))
                .isEqualTo(waiting.toBuilder()
                        .version(waiting.version() + 1)
                        .stage("sales", 2, "hot", false, waiting.stageEnteredAt())
                        .build());
        assertThat(changes(waiting.id())).endsWith(new Change.Migrated(1, 2, "waiting", "hot"));
        assertThat(changes(warm.id())).endsWith(new Change.Migrated(1, 2, "warm", "hot"));
        assertThat(changes(fresh.id())).endsWith(new Change.Migrated(1, 2, "new", "new"));
        assertThat(changes(after.id())).noneMatch(Change.Migrated.class::isInstance);
    }

    @Test
    void the_plan_tells_who_goes_where_and_who_lacks_what_and_writes_nothing() {
        Lead waiting = in("waiting");
        Lead another = in("waiting");
        in("warm");
        desk.update(another.id(), LeadUpdate.begin().email("jo@acme.com"));
        int commits = store.commits();

        MigrationPlan plan = pipelines.plan(SECOND, INTO_HOT);

        Refusal noEmail = new Refusal("missing-field", "the lead needs \"email\" first", "email");
        assertThat(plan.current()).isSameAs(FIRST);
        assertThat(plan.moves()).extracting(StageMove::from).containsExactly("waiting", "warm");
        StageMove first = plan.moves().get(0);
        assertThat(first.to()).isEqualTo("hot");
        assertThat(first.leads()).isEqualTo(2);
        assertThat(first.lacking()).containsExactly(new MigrationPlan.Lacking(noEmail, 1, List.of(waiting.id())));
        assertThat(plan.token())
                .isEqualTo(pipelines.plan(SECOND, INTO_HOT).token())
                .isNotEqualTo(pipelines.plan(SECOND, INTO_HOT.and("new", "hot")).token());
        assertThat(store.commits()).isEqualTo(commits);
    }

    @Test
    void a_removed_stage_that_holds_leads_is_a_problem_unless_another_takes_its_place() {
        in("warm");

        MigrationPlan plan = pipelines.plan(SECOND);

        assertThat(plan.problems())
                .containsExactly(new Problem(
                        "/stages/warm",
                        "no-successor",
                        "1 leads are in \"warm\", and no stage takes its place",
                        "keep the stage, or map it to one that takes its place"));
        assertThatThrownBy(() -> pipelines.publish(plan)).isInstanceOf(InvalidDefinitionException.class);
        assertThat(pipelines.find("sales")).contains(FIRST);
    }

    @Test
    void a_lead_that_comes_into_such_a_stage_after_the_plan_keeps_it_from_being_published() {
        MigrationPlan plan = pipelines.plan(SECOND);
        Lead late = in("warm");

        assertThatThrownBy(() -> pipelines.publish(plan)).isInstanceOf(InvalidDefinitionException.class);

        assertThat(desk.get(late.id())).isEqualTo(late);
        assertThat(pipelines.find("sales")).contains(FIRST);
    }

    @Test
    void a_map_to_a_stage_that_is_not_there_and_a_number_that_is_taken_are_problems() {
        MigrationPlan plan = pipelines.plan(SECOND.withVersion(1), StageMap.of("a/b", "boiling"));

        assertThat(plan.problems()).extracting(Problem::code).containsExactly("version-taken", "unknown-stage");
        assertThat(plan.problems()).extracting(Problem::pointer).containsExactly("/version", "/stages/a~1b");
    }

    @Test
    void a_move_of_a_lead_that_has_not_been_brought_along_brings_it_along_first() {
        Lead waiting = in("waiting");
        Lead warm = in("warm");
        pipelines.publish(pipelines.plan(SECOND, INTO_HOT));

        Lead moved = desk.transition(waiting.id(), "won");
        Lead there = desk.transition(warm.id(), "hot");

        assertThat(moved.pipelineVersion()).isEqualTo(2);
        assertThat(moved.version()).isEqualTo(waiting.version() + 1);
        assertThat(changes(waiting.id()))
                .endsWith(
                        new Change.Migrated(1, 2, "waiting", "hot"),
                        new Change.StageChanged("hot", "won", null, Duration.ZERO));
        assertThat(changes(warm.id())).endsWith(new Change.Migrated(1, 2, "warm", "hot"));
        assertThat(there.stage()).isEqualTo("hot");
        assertThat(pipelines.migrateAll("sales", progress -> {}).migrated()).isZero();
    }

    @Test
    void what_is_asked_of_a_lead_that_has_not_been_brought_along_is_answered_by_the_new_version() {
        Lead waiting = in("waiting");
        pipelines.publish(pipelines.plan(SECOND, INTO_HOT));

        assertThat(desk.preview(waiting.id(), "warm").refusals())
                .extracting(Refusal::code)
                .containsExactly("unknown-stage");
        assertThat(desk.options(waiting.id())).extracting(option -> option.to()).containsExactly("new", "won", "lost");
        assertThat(desk.tag(waiting.id(), "vip").pipelineVersion()).isEqualTo(1);
    }

    @Test
    void a_lead_whose_stage_has_no_successor_stays_as_it_is_until_a_version_names_one() {
        MigrationPlan plan = pipelines.plan(SECOND);
        LeadDesk elsewhere = kit().tenant("acme").as(Actor.user("bob"));
        store.beforeTheNextCommit(() -> {
            Lead late = elsewhere.create(NewLead.unknown());
            elsewhere.transition(late.id(), "warm");
        });
        pipelines.publish(plan);
        Lead left = desk.list(LeadQuery.all()).items().get(0);

        MigrationProgress held = pipelines.migrateAll("sales", progress -> {});
        String refused = desk.preview(left.id(), "won").refusals().get(0).code();
        MigrationProgress mended = publish(SECOND.withVersion(3), INTO_HOT);

        assertThat(held.held()).containsExactly(new Held(left.id(), "warm", Why.NO_SUCCESSOR, null));
        assertThat(refused).isEqualTo("no-successor");
        assertThat(mended.held()).isEmpty();
        assertThat(changes(left.id())).endsWith(new Change.Migrated(1, 3, "warm", "hot"));
    }

    @Test
    void of_two_that_publish_over_the_same_version_one_is_told_and_the_same_plan_is_published_once() {
        MigrationPlan mine = pipelines.plan(SECOND, INTO_HOT);
        MigrationPlan theirs = pipelines.plan(SECOND.withVersion(3), INTO_HOT);

        pipelines.publish(mine);
        Pipeline again = pipelines.publish(mine);

        assertThat(again.version()).isEqualTo(2);
        assertThatThrownBy(() -> pipelines.publish(theirs)).isInstanceOf(StaleDocumentException.class);
    }

    @Test
    void every_version_stays_readable_and_two_of_them_can_be_compared() {
        publish(SECOND, INTO_HOT);

        assertThat(pipelines.find("sales", 1).orElseThrow().toJson()).isEqualTo(FIRST.toJson());
        assertThat(pipelines.find("sales", 2).orElseThrow().toJson()).isEqualTo(SECOND.toJson());
        assertThat(pipelines.find("sales", 3)).isEmpty();
        PipelineDifference difference = pipelines.difference("sales", 1, 2);
        assertThat(difference.added()).extracting(Stage::key).containsExactly("hot");
        assertThat(difference.removed()).extracting(Stage::key).containsExactly("waiting", "warm");
        assertThat(difference.changed())
                .singleElement()
                .matches(PipelineDifference.ChangedStage::isRenamed)
                .matches(stage -> !stage.changesCategory());
        assertThatThrownBy(() -> pipelines.difference("sales", 1, 7)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_lead_that_comes_into_a_stage_without_a_successor_stops_the_version_though_others_have_one() {
        in("waiting");
        MigrationPlan plan = pipelines.plan(SECOND, StageMap.of("waiting", "hot"));
        in("warm");

        assertThatThrownBy(() -> pipelines.publish(plan))
                .isInstanceOfSatisfying(
                        InvalidDefinitionException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.message()).contains("warm")));
    }

    @Test
    void a_rollback_takes_leads_back_to_where_they_stood_unless_somebody_moved_them() {
        Lead waiting = in("waiting");
        Lead warm = in("warm");
        Lead moved = in("warm");
        clock.advance(Duration.ofSeconds(1));
        Lead straggler = in("waiting");
        pipelines.publish(pipelines.plan(SECOND, INTO_HOT));
        pipelines.migrate("sales", PageRequest.first(3));
        Lead later = desk.create(NewLead.named("Jo").email("jo@acme.com"));
        desk.transition(later.id(), "hot");
        desk.transition(moved.id(), "new");
        desk.update(moved.id(), LeadUpdate.begin().email("mo@acme.com"));
        desk.transition(moved.id(), "hot");

        MigrationPlan unclear = pipelines.planRollback("sales", 1);
        MigrationPlan plan = pipelines.planRollback("sales", 1, StageMap.of("hot", "warm"));
        pipelines.publish(plan);
        pipelines.migrateAll("sales", progress -> {});

        assertThat(unclear.problems()).extracting(Problem::code).containsExactly("no-successor");
        assertThat(plan.next().version()).isEqualTo(3);
        assertThat(plan.next().stages()).isEqualTo(FIRST.stages());
        assertThat(desk.get(waiting.id()).stage()).isEqualTo("waiting");
        assertThat(desk.get(warm.id()).stage()).isEqualTo("warm");
        assertThat(desk.get(moved.id()).stage()).isEqualTo("warm");
        assertThat(desk.get(later.id()).stage()).isEqualTo("warm");
        assertThat(changes(straggler.id())).endsWith(new Change.Migrated(1, 3, "waiting", "waiting"));
        assertThatThrownBy(() -> pipelines.planRollback("sales", 3)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_process_that_has_not_noticed_a_version_writes_on_the_last_one_and_such_leads_are_brought_along() {
        LeadDesk elsewhere = kit().tenant("acme").as(Actor.user("bob"));
        Lead known = elsewhere.create(NewLead.unknown());
        pipelines.publish(pipelines.plan(SECOND, INTO_HOT));

        Lead behind = elsewhere.create(NewLead.unknown());
        elsewhere.transition(behind.id(), "warm");
        clock.advance(Duration.ofSeconds(1));
        Lead noticed = elsewhere.create(NewLead.unknown());
        pipelines.migrateAll("sales", progress -> {});

        assertThat(behind.pipelineVersion()).isEqualTo(1);
        assertThat(noticed.pipelineVersion()).isEqualTo(2);
        assertThat(desk.get(known.id()).stage()).isEqualTo("new");
        assertThat(desk.get(behind.id()).stage()).isEqualTo("hot");
        assertThat(desk.get(behind.id()).pipelineVersion()).isEqualTo(2);
    }

    @Test
    void a_process_that_meets_a_lead_of_a_later_version_knows_that_version_at_once() {
        LeadDesk elsewhere = kit().tenant("acme").as(Actor.user("bob"));
        Lead lead = elsewhere.create(NewLead.named("Jo").email("jo@acme.com"));
        publish(SECOND, INTO_HOT);

        Lead moved = elsewhere.transition(lead.id(), "hot");

        assertThat(moved.pipelineVersion()).isEqualTo(2);
        assertThat(elsewhere.create(NewLead.unknown()).pipelineVersion()).isEqualTo(2);
    }

    @Test
    void who_would_be_open_again_while_another_has_the_identity_is_held_and_tried_again() {
        Lead closed = desk.create(NewLead.unknown().externalId("crm-1"));
        desk.transition(closed.id(), "lost");
        Lead open = desk.create(NewLead.unknown().externalId("crm-1"));
        Pipeline reopening = Pipeline.named("sales")
                .version(2)
                .open("new", "New")
                .open("lost", "Nurturing")
                .won("won", "Won")
                .free()
                .build();

        MigrationPlan plan = pipelines.plan(reopening, StageMap.NONE);
        MigrationProgress held = publish(reopening, StageMap.NONE);
        desk.transition(open.id(), "won");
        MigrationProgress after = pipelines.migrateAll("sales", progress -> {});

        assertThat(plan.moves().get(0).reopening()).isEqualTo(1);
        assertThat(held.held()).containsExactly(new Held(closed.id(), "lost", Why.IDENTITY_TAKEN, open.id()));
        assertThat(after.migrated()).isEqualTo(1);
        assertThat(desk.get(closed.id()).closed()).isFalse();
    }

    @Test
    void a_lead_that_somebody_changes_meanwhile_is_brought_along_on_its_fresh_state() {
        Lead lead = in("waiting");
        pipelines.publish(pipelines.plan(SECOND, INTO_HOT));
        store.beforeTheNextCommit(() -> desk.tag(lead.id(), "vip"));

        MigrationProgress progress = pipelines.migrate("sales", PageRequest.first(10));

        assertThat(progress.migrated()).isEqualTo(1);
        assertThat(progress.held()).isEmpty();
        assertThat(desk.get(lead.id()).tags()).containsExactly("vip");
        assertThat(desk.get(lead.id()).stage()).isEqualTo("hot");
    }

    @Test
    void a_tenants_own_version_is_its_own() {
        publish(SECOND, INTO_HOT);

        LeadDesk others = kit.tenant("globex").as(Actor.user("eve"));

        assertThat(others.create(NewLead.unknown()).pipelineVersion()).isEqualTo(1);
        assertThat(others.pipelines().list()).containsExactly(FIRST);
    }

    @Test
    void a_draft_is_checked_whole_and_against_what_is_published() {
        assertThat(pipelines.check(SECOND.toJson())).isEmpty();
        assertThat(pipelines.check(FIRST.toJson())).extracting(Problem::code).containsExactly("version-taken");
        assertThat(pipelines.check("{}")).extracting(Problem::code).contains("missing");
    }

    @Test
    void a_published_version_may_ask_for_guards_that_the_kit_was_given_and_for_no_others() {
        HostGuard never = attempt -> Optional.of(new Refusal("closed-season", "not in winter", null));
        Pipeline guarded = Pipeline.named("sales")
                .version(2)
                .open("new", "New")
                .won("won", "Won")
                .allow("new", "won", Guard.host("season", never))
                .build();
        LeadDesk given = LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(FIRST)
                .guards(HostGuards.none().with("season", never))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead lead = in("new");

        MigrationPlan unknown = pipelines.plan(guarded);
        given.pipelines().publish(given.pipelines().plan(guarded));
        clock.advance(Duration.ofSeconds(1));

        assertThat(unknown.problems()).extracting(Problem::code).containsExactly("unknown-guard");
        assertThat(given.preview(lead.id(), "won").refusals())
                .extracting(Refusal::code)
                .containsExactly("closed-season");
        // A process that was not given the guard can't tell, and lets nobody through.
        assertThat(desk.preview(lead.id(), "won").refusals())
                .extracting(Refusal::code)
                .containsExactly("guard-failed");
    }

    @Test
    void a_new_probability_counts_for_the_leads_that_are_there_from_the_instant_of_publishing() {
        Pipeline sure = Pipeline.named("sales")
                .version(2)
                .stage(Stage.of("new", "New", StageCategory.OPEN).withProbability(0.9))
                .won("won", "Won")
                .lost("lost", "Lost")
                .free()
                .build();
        desk.create(NewLead.unknown().expecting(Money.of("100.00", "EUR")));
        Forecast before = desk.insights().forecast();

        pipelines.publish(pipelines.plan(sure));

        assertThat(desk.insights().forecast()).isNotEqualTo(before);
    }

    @Test
    void a_lead_is_opened_again_in_the_stage_that_took_the_place_of_its_last_open_one() {
        Pipeline reopening = Pipeline.parse(SECOND.toJson().replace("\"free\":true", "\"free\":true,\"reopen\":{}"));
        Lead lost = in("warm");
        desk.update(lost.id(), LeadUpdate.begin().email("jo@acme.com"));
        desk.transition(lost.id(), "lost");
        publish(reopening, INTO_HOT);

        Lead reopened = desk.moves().reopen(lost.id());

        assertThat(reopened.stage()).isEqualTo("hot");
        assertThat(reopened.pipelineVersion()).isEqualTo(2);
    }

    @Test
    void a_visit_goes_on_through_a_migration_under_the_stages_new_name() {
        Lead lead = in("waiting");
        clock.advance(Duration.ofDays(2));
        publish(SECOND, INTO_HOT);
        clock.advance(Duration.ofDays(1));

        var history = desk.insights().history(lead.id()).orElseThrow();

        assertThat(history.current().stage()).isEqualTo("hot");
        assertThat(history.timeIn("hot").orElseThrow().cumulative()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void names_and_translations_of_stages_mean_nothing_to_the_leads_in_them() {
        Lead won = in("won");
        Lead lost = in("lost");
        Pipeline translated = Pipeline.named("sales")
                .version(2)
                .open("new", "lost")
                .open("waiting", "won")
                .open("warm", "won")
                .won("won", "verloren")
                .lost("lost", "gewonnen")
                .free()
                .build();

        MigrationPlan plan = pipelines.plan(translated);
        publish(translated, StageMap.NONE);

        assertThat(plan.moves()).allMatch(move -> move.closing() == 0 && move.reopening() == 0);
        assertThat(desk.get(won.id()).closed()).isTrue();
        assertThat(desk.get(lost.id()).closed()).isTrue();
        assertThat(desk.get(won.id()).stage()).isEqualTo("won");
    }

    @Test
    void a_tenant_may_have_several_pipelines_each_with_leads_claims_a_board_and_figures_of_its_own() {
        Pipeline service = Pipeline.named("service")
                .open("begun", "Begun")
                .won("done", "Done")
                .allow("begun", "done", Guard.has(LeadField.ASSIGNEE))
                .build();
        pipelines.publish(pipelines.plan(service));

        Lead sold = desk.create(NewLead.unknown().externalId("crm-1"));
        Lead served = desk.create(NewLead.unknown().externalId("crm-1"), "service");

        assertThat(pipelines.list()).extracting(Pipeline::name).containsExactly("sales", "service");
        assertThat(served.stage()).isEqualTo("begun");
        assertThat(desk.board(boardOf("service")).columns())
                .extracting(column -> column.stage() + column.count())
                .containsExactly("begun1", "done0");
        assertThat(desk.board(boardOf("sales")).columns().get(0).cards()).containsExactly(sold);
        assertThat(desk.insights("service").histories()).hasSize(1);
        assertThat(desk.preview(served.id(), "done").refusals())
                .extracting(Refusal::field)
                .containsExactly("assignee");
        assertThatThrownBy(() -> desk.create(NewLead.unknown(), "serv"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one of sales, service");
        assertThatThrownBy(() -> desk.board(boardOf("serv"))).isInstanceOf(InvalidInputException.class);
    }

    private static BoardQuery boardOf(String pipeline) {
        return BoardQuery.of(LeadFilter.all().inPipeline(pipeline));
    }

    @Test
    void a_move_to_another_pipeline_asks_for_a_stage_and_is_decided_there_with_one_entry() {
        Pipeline service = Pipeline.named("service")
                .stage(Stage.of("begun", "Begun", StageCategory.OPEN).requiring(LeadField.ASSIGNEE))
                .won("done", "Done")
                .free()
                .build();
        pipelines.publish(pipelines.plan(service));
        Lead lead = in("won");
        clock.advance(Duration.ofDays(2));

        assertThatThrownBy(() -> desk.moveTo(lead.id(), "service", StageMap.of("new", "begun")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.moveTo(lead.id(), "service", "begun"))
                .isInstanceOf(TransitionRefusedException.class);
        desk.assign(lead.id(), "bob");
        int before = changes(lead.id()).size();
        Lead moved = desk.moveTo(lead.id(), "service", StageMap.of("won", "begun"));

        assertThat(moved.pipeline()).isEqualTo("service");
        assertThat(moved.closed()).isFalse();
        assertThat(moved.stageEnteredAt()).isEqualTo(clock.instant());
        List<Change> changes = new ArrayList<>(changes(lead.id()));
        assertThat(changes.subList(before, changes.size()))
                .containsExactly(
                        new Change.PipelineChanged("sales", "won", "service", 1, "begun", null, Duration.ofDays(2)));
        assertThat(desk.moveTo(lead.id(), "service", "done")).isEqualTo(moved);
        assertThat(desk.insights("service").history(lead.id()).orElseThrow().visits())
                .hasSize(1);
        assertThat(desk.insights()
                        .asOf(clock.instant().minus(Duration.ofDays(1)))
                        .history(lead.id()))
                .hasValueSatisfying(history -> assertThat(history.pipeline()).isEqualTo("sales"));
    }

    @Test
    void a_lead_is_not_moved_to_a_pipeline_in_which_the_visitor_has_an_open_one() {
        pipelines.publish(pipelines.plan(Pipeline.named("service")
                .open("begun", "Begun")
                .won("done", "Done")
                .free()
                .build()));
        Lead sold = desk.create(NewLead.unknown().externalId("crm-1"));
        Lead served = desk.create(NewLead.unknown().externalId("crm-1"), "service");

        assertThatThrownBy(() -> desk.moveTo(sold.id(), "service", "begun"))
                .isInstanceOfSatisfying(
                        IdentityTakenException.class,
                        taken -> assertThat(taken.holder()).isEqualTo(served.id()));
        desk.transition(served.id(), "done");
        assertThat(desk.moveTo(sold.id(), "service", "begun").pipeline()).isEqualTo("service");
        assertThat(desk.create(NewLead.unknown().externalId("crm-1")).pipeline())
                .isEqualTo("sales");
    }

    @Test
    void a_store_without_documents_has_the_kits_pipeline_and_says_that_it_can_publish_none() {
        store.declaring(Capabilities.NONE);
        LeadDesk poor = kit().tenant("acme").as(Actor.user("ann"));

        assertThat(poor.create(NewLead.unknown()).pipelineVersion()).isEqualTo(1);
        MigrationPlan plan = poor.pipelines().plan(SECOND, INTO_HOT);
        assertThatThrownBy(() -> poor.pipelines().publish(plan)).isInstanceOf(UnsupportedCapabilityException.class);
    }

    @Test
    void a_lead_that_others_change_at_every_attempt_is_held_as_busy_and_the_rest_is_brought_along() {
        Lead contested = in("waiting");
        Lead calm = in("warm");
        pipelines.publish(pipelines.plan(SECOND, INTO_HOT));
        LeadDesk elsewhere = kit().tenant("acme").as(Actor.user("bob"));
        for (int i = 0; i < 100; i++) {
            String tag = "t" + i;
            store.beforeTheNextCommit(() -> elsewhere.tag(contested.id(), tag));
        }

        MigrationProgress progress = pipelines.migrate("sales", PageRequest.first(10));

        assertThat(progress.held()).containsExactly(new Held(contested.id(), "waiting", Why.BUSY, null));
        assertThat(progress.migrated()).isEqualTo(1);
        assertThat(progress.there()).isZero();
        assertThat(desk.get(calm.id()).stage()).isEqualTo("hot");
        assertThat(desk.get(contested.id()).pipelineVersion()).isEqualTo(1);
    }

    @Test
    void a_lead_that_was_brought_along_at_an_earlier_attempt_than_another_counts_once() {
        Lead once = in("waiting");
        Lead twice = in("warm");
        pipelines.publish(pipelines.plan(SECOND, INTO_HOT));
        LeadDesk elsewhere = kit().tenant("acme").as(Actor.user("bob"));
        store.beforeTheNextCommit(() -> {
            elsewhere.tag(once.id(), "first");
            elsewhere.tag(twice.id(), "first");
        });
        store.beforeTheNextCommit(() -> {});
        store.beforeTheNextCommit(() -> elsewhere.tag(twice.id(), "second"));

        MigrationProgress progress = pipelines.migrate("sales", PageRequest.first(10));

        assertThat(progress).isEqualTo(new MigrationProgress(2, 0, List.of(), null));
        assertThat(desk.get(once.id()).tags()).containsExactly("first");
        assertThat(desk.get(twice.id()).tags()).containsExactly("first", "second");
    }

    @Test
    void whoever_migrates_is_told_of_each_batch() {
        in("new");
        in("warm");
        pipelines.publish(pipelines.plan(SECOND, INTO_HOT));
        List<Long> told = new ArrayList<>();

        pipelines.migrateAll("sales", batch -> told.add(batch.migrated()));

        assertThat(told).containsExactly(2L, 0L);
    }

    @Test
    void a_lead_that_comes_into_a_stage_that_stays_does_not_keep_a_plan_from_being_published() {
        in("waiting");
        MigrationPlan plan = pipelines.plan(SECOND, INTO_HOT);
        in("new");
        in("won");
        in("warm");

        assertThat(pipelines.publish(plan).version()).isEqualTo(2);
    }

    @Test
    void leads_that_were_never_brought_to_the_version_before_go_on_to_the_next() {
        Lead waiting = in("waiting");
        pipelines.publish(pipelines.plan(SECOND, INTO_HOT));

        pipelines.publish(pipelines.plan(SECOND.withVersion(3)));
        pipelines.migrateAll("sales", progress -> {});

        assertThat(changes(waiting.id())).endsWith(new Change.Migrated(1, 3, "waiting", "hot"));
    }

    @Test
    void what_keeps_a_plan_from_being_published_says_what_to_use_instead() {
        Pipeline asking = SECOND.withVersion(2);
        Pipeline seats = Pipeline.named("sales")
                .version(2)
                .open("new", "New")
                .stage(Stage.of("hot", "Hot", StageCategory.OPEN).requiring("field:seats"))
                .won("won", "Won")
                .lost("lost", "Lost")
                .free()
                .build();

        assertThat(pipelines.plan(asking.withVersion(1), INTO_HOT).problems())
                .extracting(Problem::mend)
                .containsExactly("give it the version 2");
        assertThat(pipelines.plan(asking, StageMap.of("warm", "tepid")).problems())
                .extracting(Problem::mend)
                .containsExactly("use one of: new, hot, won, lost");
        assertThat(pipelines.plan(seats, INTO_HOT).problems())
                .extracting(Problem::mend)
                .containsExactly("give the kit a definition of it");
        assertThat(pipelines.history("sales").versions()).hasSize(1);
        assertThatThrownBy(() -> pipelines.history("service")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_way_back_of_a_rollback_is_the_one_stage_whose_place_was_taken() {
        Pipeline renamed = Pipeline.named("sales")
                .version(2)
                .open("new", "New")
                .open("waiting", "Waiting")
                .open("hot", "Hot")
                .won("won", "Won")
                .lost("lost", "Lost")
                .free()
                .build();
        publish(renamed, StageMap.of("warm", "hot"));

        MigrationPlan back = pipelines.planRollback("sales", 1);

        assertThat(back.history().current().stages()).isEqualTo(StageMap.of("hot", "warm"));
        assertThat(back.history().current().restores()).isEqualTo(1);
    }
}
