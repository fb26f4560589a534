package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.migration.StageMap;
import dev.leadkit.operation.OperationId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import dev.leadkit.undo.KeptChange;
import dev.leadkit.undo.UndoOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Row B14: what a migration did is rolled back with the pipeline, and what people did is undone across migrations. */
class MigrationUndoTest {
    private static final Pipeline FIRST = Pipeline.named("sales")
            .open("new", "New")
            .open("waiting", "Waiting")
            .open("warm", "Warm")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();

    private static final Pipeline SECOND = Pipeline.named("sales")
            .version(2)
            .open("begun", "Begun")
            .open("hot", "Hot")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();

    private static final StageMap MAP =
            StageMap.of("new", "begun").and("waiting", "hot").and("warm", "hot");

    private final MovableClock clock = new MovableClock();
    private final LeadDesk desk = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(clock)
            .pipeline(FIRST)
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));
    private final Pipelines pipelines = desk.pipelines();

    private void publish() {
        clock.advance(Duration.ofHours(1));
        pipelines.publish(pipelines.plan(SECOND, MAP));
    }

    private void migrate() {
        pipelines.migrateAll("sales", batch -> {});
        clock.advance(Duration.ofHours(1));
    }

    private Activity last(LeadId lead) {
        List<Activity> timeline = desk.timeline(lead, PageRequest.first(100)).items();
        return timeline.get(timeline.size() - 1);
    }

    private UndoOutcome undoLast(LeadId lead) {
        return desk.undo(last(lead).changeset()).outcome(lead);
    }

    private List<Change> changes(LeadId lead) {
        return desk.timeline(lead, PageRequest.first(100)).items().stream()
                .map(Activity::change)
                .toList();
    }

    @Test
    void a_lead_that_was_brought_along_is_not_taken_back_alone_and_the_refusal_names_the_mend() {
        Lead lead = desk.create(NewLead.named("Jane"));
        publish();
        migrate();
        Lead migrated = desk.get(lead.id());

        UndoOutcome outcome = undoLast(lead.id());

        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(UndoOutcome.Refused.class))
                .extracting(UndoOutcome.Refused::kept)
                .isEqualTo(List.of(new KeptChange(
                        "stage",
                        "of-a-migration",
                        "leads follow their pipeline: roll back the version that it published")));
        assertThat(desk.get(lead.id())).isEqualTo(migrated);

        pipelines.publish(pipelines.planRollback("sales", 1));
        migrate();
        assertThat(desk.get(lead.id()).stage()).isEqualTo("new");
    }

    @Test
    void a_move_is_undone_after_the_migration_into_the_stage_that_took_the_place() {
        Lead lead = desk.create(NewLead.named("Jane"));
        Lead moved = desk.transition(lead.id(), "warm");
        Activity move = last(lead.id());
        publish();
        migrate();

        assertThat(desk.undo(move.changeset()).outcome(lead.id())).isInstanceOf(UndoOutcome.Restored.class);

        Lead back = desk.get(lead.id());
        assertThat(tuple(back.stage(), back.pipelineVersion(), back.stageEnteredAt()))
                .isEqualTo(tuple("begun", 2, moved.createdAt()));
        assertThat(desk.undo(move.changeset()).outcome(lead.id())).isInstanceOf(UndoOutcome.NothingToUndo.class);

        undoLast(lead.id());
        assertThat(desk.get(lead.id()).stage()).isEqualTo("hot");
    }

    @Test
    void who_has_not_been_brought_along_yet_is_so_by_the_undo_and_both_are_told() {
        Lead lead = desk.create(NewLead.named("Jane"));
        desk.transition(lead.id(), "warm");
        Activity move = last(lead.id());
        publish();

        desk.undo(move.changeset());

        List<Change> changes = changes(lead.id());
        assertThat(changes.get(changes.size() - 2)).isEqualTo(new Change.Migrated(1, 2, "warm", "hot"));
        assertThat(changes.get(changes.size() - 1))
                .isInstanceOfSatisfying(
                        Change.StageChanged.class,
                        change -> assertThat(change.to()).isEqualTo("begun"));
    }

    @Test
    void a_bulk_that_moved_and_brought_along_is_undone_on_the_present_version() {
        Lead lead = desk.create(NewLead.named("Jane"));
        publish();
        OperationId bulk = Objects.requireNonNull(desk.bulk()
                .run(BulkAction.transition("hot"), BulkTarget.of(List.of(lead.id())))
                .operation());
        assertThat(desk.get(lead.id()).stage()).isEqualTo("hot");

        assertThat(desk.undo(bulk).count("restored")).isEqualTo(1);

        assertThat(tuple(desk.get(lead.id()).stage(), desk.get(lead.id()).pipelineVersion()))
                .isEqualTo(tuple("begun", 2));
    }

    @Test
    void between_stages_that_became_one_there_is_no_way_back() {
        Lead lead = desk.create(NewLead.named("Jane"));
        desk.transition(lead.id(), "waiting");
        desk.transition(lead.id(), "warm");
        Activity move = last(lead.id());
        publish();
        migrate();

        assertThat(desk.undo(move.changeset()).outcome(lead.id()))
                .asInstanceOf(InstanceOfAssertFactories.type(UndoOutcome.Refused.class))
                .extracting(refused -> refused.kept().get(0).code())
                .isEqualTo("one-stage-now");
    }

    @Test
    void what_was_made_before_a_migration_is_withdrawn_after_it() {
        Lead lead = desk.create(NewLead.named("Jane"));
        Activity created = last(lead.id());
        publish();
        migrate();

        assertThat(desk.undo(created.changeset()).outcome(lead.id())).isInstanceOf(UndoOutcome.Restored.class);

        assertThat(desk.get(lead.id()).withdrawn()).isTrue();
    }
}
