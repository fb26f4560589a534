package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.assign.Assignment;
import dev.leadkit.assign.AssignmentDecision;
import dev.leadkit.assign.Member;
import dev.leadkit.assign.Strategy;
import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.definition.Problem;
import dev.leadkit.field.FieldDef;
import dev.leadkit.field.FieldRule;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.migration.StageMap;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import dev.leadkit.view.OpenedView;
import dev.leadkit.view.SavedView;
import dev.leadkit.view.View;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows A3, A9, E8 and E9: bulks, limits and fields are those of the pipeline that a lead is in, or comes to. */
class SeveralPipelinesTest {
    private static final Pipeline SALES = Pipeline.named("sales")
            .open("new", "New")
            .open("busy", "Busy")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();

    private static final Pipeline SERVICE = Pipeline.named("service")
            .open("begun", "Begun")
            .stage(Stage.of("busy", "Busy", StageCategory.OPEN)
                    .withWipLimit(WipLimit.of(2).asHard()))
            .won("done", "Done")
            .lost("lost", "Lost")
            .free()
            .build();

    private static final StageMap MAP = StageMap.of("new", "begun").and("busy", "busy");

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadDesk desk = LeadKit.builder()
            .store(store)
            .clock(clock)
            .pipeline(SALES)
            .fields(LeadFields.named("f")
                    .add(FieldDef.of("seats", "Seats", FieldRule.number(1, 9)))
                    .build())
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));

    SeveralPipelinesTest() {
        desk.pipelines().publish(desk.pipelines().plan(SERVICE, StageMap.NONE));
    }

    private List<LeadId> leads(int count, String stage) {
        List<LeadId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LeadId id = desk.create(NewLead.named("Lead " + i)).id();
            if (!stage.equals("new")) {
                desk.transition(id, stage);
            }
            ids.add(id);
        }
        return ids;
    }

    @Test
    void each_pipeline_has_a_team_of_its_own() {
        LeadId here = leads(1, "new").get(0);
        LeadId there = desk.create(NewLead.named("Al"), "service").id();
        Assignment team = Assignment.of("care", Strategy.roundRobin(), Member.of("cy"));
        desk.assignments("service").publish(team);

        assertThat(desk.assignments().assignment()).isEmpty();
        assertThat(desk.assignments("service").explain(here).why().code()).isEqualTo("other-pipeline");
        assertThat(desk.assignments("service").drain(9).assigned())
                .extracting(AssignmentDecision::lead)
                .containsExactly(there);
        assertThat(desk.get(there).assignee()).isEqualTo("cy");
        assertThatThrownBy(() -> desk.assignments("support"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one of sales, service");
    }

    @Test
    void a_view_of_another_pipeline_goes_by_its_stages() {
        Pipeline patient = Pipeline.named("support")
                .stage(Stage.of("asked", "Asked", StageCategory.OPEN).withStaleAfter(Duration.ofDays(1)))
                .won("solved", "Solved")
                .lost("lost", "Lost")
                .startingAt("asked")
                .free()
                .build();
        desk.pipelines().publish(desk.pipelines().plan(patient, StageMap.NONE));
        Lead old = desk.create(NewLead.named("Al"), "support");
        clock.advance(Duration.ofDays(2));
        desk.create(NewLead.named("Bo"), "support");
        SavedView saved = desk.views()
                .save(View.named("Waiting")
                        .where("pipeline", "support")
                        .where("stage", "asked")
                        .where("stale", "true"));

        OpenedView opened = desk.views().open(saved, ZoneOffset.UTC);

        assertThat(opened.broken()).isEmpty();
        assertThat(desk.list(opened.query()).items()).containsExactly(old);
    }

    private Map<LeadId, BulkOutcome> run(BulkAction action, List<LeadId> ids) {
        Map<LeadId, BulkOutcome> told = new LinkedHashMap<>();
        OperationReport would = desk.bulk().dryRun(action, BulkTarget.of(ids));
        OperationReport done = desk.bulk().run(action, BulkTarget.of(ids), portion -> told.putAll(portion.outcomes()));
        assertThat(done.counts()).isEqualTo(would.counts());
        return told;
    }

    private static String code(BulkOutcome outcome) {
        return outcome instanceof BulkOutcome.Refused refused
                ? refused.refusals().get(0).code()
                : outcome.code();
    }

    @Test
    void a_bulk_moves_leads_to_another_pipeline_by_its_map_and_is_undone() {
        List<LeadId> ids = leads(3, "new");
        desk.transition(ids.get(2), "won");
        List<Lead> before = ids.stream().map(desk::get).toList();
        BulkAction move =
                BulkAction.parse(BulkAction.moveTo("service", MAP.stages()).toJson());

        Map<LeadId, BulkOutcome> told = run(move, ids);

        assertThat(told.values().stream().map(SeveralPipelinesTest::code))
                .containsExactly("applied", "applied", "unmapped-stage");
        assertThat(desk.get(ids.get(0)).pipeline()).isEqualTo("service");
        assertThat(desk.get(ids.get(0)).stage()).isEqualTo("begun");
        assertThat(desk.get(ids.get(2))).isEqualTo(before.get(2));
        clock.advance(Duration.ofHours(1));
        desk.undo(desk.operations().list(PageRequest.first(1)).items().get(0).id());
        Lead back = desk.get(ids.get(0));
        assertThat(back.pipeline()).isEqualTo("sales");
        assertThat(back.stage()).isEqualTo("new");
        assertThat(back.stageEnteredAt()).isEqualTo(before.get(0).stageEnteredAt());
        desk.moveTo(ids.get(0), "service", MAP);
        assertThat(run(move, ids.subList(0, 1)).values()).allMatch(BulkOutcome.Unchanged.class::isInstance);
        assertThatThrownBy(() -> desk.bulk().run(BulkAction.moveTo("other", MAP.stages()), BulkTarget.of(ids)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expected one of sales, service");
    }

    @Test
    void no_way_into_another_pipeline_leads_past_its_hard_limit() {
        List<LeadId> ids = leads(4, "busy");

        assertThat(desk.moveTo(ids.get(0), "service", "busy").stage()).isEqualTo("busy");
        Map<LeadId, BulkOutcome> told = run(BulkAction.moveTo("service", MAP.stages()), ids.subList(1, 4));

        assertThat(told.values().stream().map(SeveralPipelinesTest::code))
                .containsExactly("applied", WipLimit.CODE, WipLimit.CODE);
        assertThatThrownBy(() -> desk.moveTo(ids.get(3), "service", MAP))
                .isInstanceOfSatisfying(
                        TransitionRefusedException.class,
                        refused -> assertThat(refused.refusals())
                                .extracting(Refusal::code)
                                .containsExactly(WipLimit.CODE));
    }

    @Test
    void a_bulk_knows_the_limits_of_every_pipeline() {
        List<LeadId> ids = new ArrayList<>(leads(2, "new"));
        for (int i = 0; i < 3; i++) {
            ids.add(desk.create(NewLead.unknown(), "service").id());
        }

        Map<LeadId, BulkOutcome> told = run(BulkAction.transition("busy"), ids);

        assertThat(told.values().stream().map(SeveralPipelinesTest::code))
                .containsExactly("applied", "applied", "applied", "applied", WipLimit.CODE);
    }

    @Test
    void a_bulk_into_another_pipeline_goes_on_after_a_crash_and_does_nothing_twice() {
        List<LeadId> ids = leads(2, "busy");
        store.beforeTheNextCommit(() -> {}); // the record
        store.beforeTheNextCommit(() -> {}); // the first lead
        store.beforeTheNextCommit(() -> {
            throw new StoreException("the machine went down", null);
        });
        assertThatThrownBy(() -> desk.bulk().run(BulkAction.moveTo("service", MAP.stages()), BulkTarget.of(ids)))
                .isInstanceOf(StoreException.class);

        var operation = desk.operations().list(PageRequest.first(1)).items().get(0);
        OperationReport report = desk.bulk().resume(operation.id());

        assertThat(report.counts()).isEqualTo(Map.of("applied", 2L));
        assertThat(ids.stream().map(desk::get)).allMatch(lead -> lead.pipeline().equals("service"));
        assertThat(desk.undo(operation.id()).counts()).isEqualTo(Map.of("restored", 2L));
        assertThat(ids.stream().map(desk::get)).allMatch(lead -> lead.pipeline().equals("sales"));
    }

    private static NewLead visitor(String id) {
        return NewLead.unknown().externalId(id);
    }

    @Test
    void who_has_an_open_lead_in_the_other_pipeline_is_told_by_the_dry_run_as_by_the_run() {
        List<LeadId> ids = List.of(
                desk.create(visitor("e1")).id(), desk.create(visitor("e2")).id());
        Lead holder = desk.create(visitor("e1"), "service");
        BulkAction move = BulkAction.moveTo("service", MAP.stages());

        assertThat(desk.bulk().dryRun(move, BulkTarget.of(ids)).counts()).isEqualTo(Map.of("applied", 1L, "taken", 1L));
        assertThat(run(move, ids).values())
                .first()
                .isInstanceOfSatisfying(
                        BulkOutcome.Taken.class,
                        taken -> assertThat(taken.holder()).isEqualTo(holder.id()));
        assertThat(desk.get(ids.get(1)).pipeline()).isEqualTo("service");
    }

    @Test
    void a_move_to_another_pipeline_is_not_undone_when_the_visitor_has_another_lead_there() {
        LeadId moved = desk.create(visitor("e1")).id();
        Lead there = desk.moveTo(moved, "service", MAP);
        ChangesetId changeset = lastChangeset(moved);
        desk.create(visitor("e1"));

        assertThat(desk.undo(changeset).outcomes().values()).singleElement().isEqualTo(UndoOfLead.taken());
        assertThat(desk.get(moved)).isEqualTo(there);
    }

    private ChangesetId lastChangeset(LeadId lead) {
        List<Activity> all = desk.timeline(lead, PageRequest.first(100)).items();
        return all.get(all.size() - 1).changeset();
    }

    @Test
    void an_undo_in_turn_goes_on_past_a_visitor_who_comes_back_at_that_moment() {
        List<LeadId> ids = List.of(
                desk.create(visitor("e1"), "service").id(),
                desk.create(visitor("e2"), "service").id());
        ids.forEach(id -> desk.transition(id, "busy"));
        OperationReport moved = desk.bulk().run(BulkAction.moveTo("sales", Map.of("busy", "busy")), BulkTarget.of(ids));
        store.beforeTheNextCommit(() -> desk.create(visitor("e1"), "service"));

        assertThat(desk.undo(moved.operation()).counts()).isEqualTo(Map.of("refused", 1L, "restored", 1L));
        assertThat(desk.get(ids.get(1)).pipeline()).isEqualTo("service");
    }

    @Test
    void a_version_that_asks_for_fields_that_there_are_not_is_not_published() {
        Pipeline next = Pipeline.named("sales")
                .version(2)
                .open("new", "New")
                .stage(Stage.of("busy", "Busy", StageCategory.OPEN).requiring("field:seats", "field:shoe"))
                .won("won", "Won")
                .lost("lost", "Lost")
                .allow("new", "busy", Guard.has("field:hat"))
                .allow("busy", "won")
                .allowFromAnyOpenStage("lost")
                .build();

        var plan = desk.pipelines().plan(next, StageMap.NONE);

        assertThat(plan.problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("/stages/1/required/1", "unknown-field"),
                        org.assertj.core.api.Assertions.tuple("/transitions", "unknown-field"));
        assertThat(desk.pipelines().check(next.toJson())).isEqualTo(plan.problems());
        assertThatThrownBy(() -> desk.pipelines().publish(plan)).hasMessageContaining("field:shoe");
    }
}
