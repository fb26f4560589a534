package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportResult;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.csv.LineError;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.csv.MatchKey;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.migration.StageMap;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Imports of leads that are on an earlier version of the pipeline, or in another one. */
class TablesAndPipelinesTest {
    private static final Pipeline SALES = Pipeline.named("sales")
            .open("new", "New")
            .open("talk", "Talk")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();

    private static final Pipeline SERVICE = Pipeline.named("service")
            .open("new", "New")
            .won("won", "Done")
            .lost("lost", "Dropped")
            .free()
            .build();

    private final MovableClock clock = new MovableClock();
    private final LeadDesk desk = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(clock)
            .pipeline(SALES)
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));
    private final List<LineOutcome> planned = new ArrayList<>();
    private final List<LineOutcome> done = new ArrayList<>();

    private ImportResult imported(String... lines) {
        planned.clear();
        done.clear();
        ImportPlan plan = desk.imports()
                .plan(
                        CsvSource.ofText(String.join("\n", lines)),
                        ImportSettings.builder().matchBy(MatchKey.LEAD_ID).build(),
                        planned::add);
        clock.advance(Duration.ofMinutes(1));
        return desk.imports().run(plan, done::add);
    }

    /** A second version, to which no lead is brought yet, in which a stage has another key. */
    private void renameTalkToSpeak() {
        Pipeline next = Pipeline.named("sales")
                .version(2)
                .open("new", "New")
                .open("speak", "Speak")
                .won("won", "Won")
                .lost("lost", "Lost")
                .free()
                .build();
        desk.pipelines().publish(desk.pipelines().plan(next, StageMap.of("talk", "speak")));
    }

    private List<Change> moves(LeadId lead) {
        return desk.timeline(lead, PageRequest.first(50)).items().stream()
                .map(Activity::change)
                .filter(change -> change instanceof Change.Migrated || change instanceof Change.StageChanged)
                .toList();
    }

    @Test
    void a_line_moves_a_lead_of_an_earlier_version_as_the_desk_would_and_is_undone() {
        LeadId jane = desk.create(NewLead.named("Jane")).id();
        LeadId joe = desk.create(NewLead.named("Joe")).id();
        desk.transition(joe, "talk");
        renameTalkToSpeak();
        clock.advance(Duration.ofHours(1));

        ImportResult result = imported("leadId,stage", jane + ",won", joe + ",won");

        assertThat(moves(jane).get(0)).isEqualTo(new Change.Migrated(1, 2, "new", "new"));
        assertThat(moves(jane).get(1))
                .isInstanceOfSatisfying(
                        Change.StageChanged.class,
                        moved -> assertThat(moved.to()).isEqualTo("won"));
        assertThat(desk.get(joe).stage()).isEqualTo("won");
        assertThat(desk.get(joe).pipelineVersion()).isEqualTo(2);
        assertThat(desk.undo(result.operation()).counts()).isEqualTo(Map.of("restored", 2L));
        assertThat(desk.get(jane).stage()).isEqualTo("new");
        assertThat(desk.get(joe).stage()).isEqualTo("speak");
    }

    @Test
    void a_line_that_gives_a_lead_of_an_earlier_version_the_stage_that_took_its_place_moves_nothing() {
        LeadId joe = desk.create(NewLead.named("Joe")).id();
        desk.transition(joe, "talk");
        renameTalkToSpeak();
        Lead before = desk.get(joe);

        imported("leadId,stage", joe + ",speak");

        assertThat(done).containsExactly(new LineOutcome.Unchanged(2, joe));
        assertThat(desk.get(joe)).isEqualTo(before);
    }

    private static void assertOtherPipeline(LineOutcome line) {
        assertThat(line)
                .isInstanceOfSatisfying(
                        LineOutcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(LineError::code)
                                .containsExactly("other-pipeline"));
    }

    @Test
    void a_table_moves_no_lead_of_another_pipeline_and_brings_its_other_values_up_to_date() {
        desk.pipelines().publish(desk.pipelines().plan(SERVICE));
        Lead jane = desk.create(NewLead.named("Jane"), "service");
        Lead joe = desk.create(NewLead.named("Joe"), "service");

        imported("leadId,stage,company", jane.id() + ",won,Acme", joe.id() + ",new,Acme");

        assertOtherPipeline(done.get(0));
        assertThat(desk.get(jane.id())).isEqualTo(jane);
        assertThat(desk.get(joe.id()).contact().company()).isNotNull();
        assertThat(desk.get(joe.id()).pipeline()).isEqualTo("service");
    }

    @Test
    void a_reason_for_a_loss_in_another_pipeline_is_not_set_by_a_table() {
        desk.pipelines().publish(desk.pipelines().plan(SERVICE));
        LeadId jane = desk.create(NewLead.named("Jane"), "service").id();
        Lead lost = desk.transition(jane, "lost");

        imported("leadId,lostReason", jane + ",price");

        assertOtherPipeline(done.get(0));
        assertThat(desk.get(jane)).isEqualTo(lost);
    }
}
