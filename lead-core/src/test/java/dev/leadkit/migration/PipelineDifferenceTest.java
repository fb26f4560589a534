package dev.leadkit.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadField;
import dev.leadkit.migration.PipelineDifference.ChangedStage;
import dev.leadkit.migration.PipelineDifference.ChangedTransition;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.PipelineBuilder;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.Transition;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineDifferenceTest {
    private static final Pipeline BEFORE =
            stages().allow("new", "warm").allow("warm", "won").build();

    private static PipelineBuilder stages() {
        return Pipeline.named("sales").open("new", "New").open("warm", "Warm").won("won", "Won");
    }

    private static PipelineDifference to(Pipeline after) {
        return PipelineDifference.between(BEFORE, after);
    }

    @Test
    void versions_that_differ_by_their_numbers_alone_differ_in_nothing() {
        PipelineDifference none = to(BEFORE.withVersion(7));

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.changed()).isEmpty();
        assertThat(none.guarded()).isEmpty();
    }

    @Test
    void a_stage_of_one_alone_is_added_or_removed() {
        Pipeline more = stages().lost("lost", "Lost")
                .allow("new", "warm")
                .allow("warm", "won")
                .allow("warm", "lost")
                .build();

        assertThat(to(more).added()).extracting(Stage::key).containsExactly("lost");
        assertThat(to(more).removed()).isEmpty();
        assertThat(to(more).isEmpty()).isFalse();
        PipelineDifference back = PipelineDifference.between(more, BEFORE);
        assertThat(back.removed()).extracting(Stage::key).containsExactly("lost");
        assertThat(back.added()).isEmpty();
        assertThat(back.isEmpty()).isFalse();
    }

    @Test
    void a_stage_of_both_is_changed_in_its_name_or_in_what_it_means() {
        Pipeline renamed = Pipeline.named("sales")
                .open("new", "New")
                .open("warm", "Tepid")
                .won("won", "Won")
                .allow("new", "warm")
                .allow("warm", "won")
                .build();
        Pipeline sold = Pipeline.named("sales")
                .open("new", "New")
                .won("warm", "Warm")
                .won("won", "Won")
                .allow("new", "warm")
                .allow("warm", "won")
                .build();

        ChangedStage name = to(renamed).changed().get(0);
        assertThat(to(renamed).changed()).hasSize(1);
        assertThat(name.key()).isEqualTo("warm");
        assertThat(name.isRenamed()).isTrue();
        assertThat(name.changesCategory()).isFalse();
        assertThat(to(renamed).isEmpty()).isFalse();
        ChangedStage category = to(sold).changed().get(0);
        assertThat(category.key()).isEqualTo("warm");
        assertThat(category.isRenamed()).isFalse();
        assertThat(category.changesCategory()).isTrue();
    }

    @Test
    void another_order_is_told_for_the_stages_of_both_only() {
        Pipeline turned = Pipeline.named("sales")
                .open("warm", "Warm")
                .open("new", "New")
                .won("won", "Won")
                .startingAt("new")
                .allow("new", "warm")
                .allow("warm", "won")
                .build();
        Pipeline between = Pipeline.named("sales")
                .open("new", "New")
                .open("hot", "Hot")
                .open("warm", "Warm")
                .won("won", "Won")
                .allow("new", "hot")
                .allow("hot", "warm")
                .allow("new", "warm")
                .allow("warm", "won")
                .build();

        assertThat(to(turned).reordered()).isTrue();
        assertThat(to(turned).startMoved()).isFalse();
        assertThat(to(turned).isEmpty()).isFalse();
        assertThat(to(between).reordered()).isFalse();
    }

    @Test
    void another_start_is_told() {
        Pipeline early = stages().free().build();
        Pipeline late = stages().free().startingAt("warm").build();

        PipelineDifference difference = PipelineDifference.between(early, late);

        assertThat(difference.startMoved()).isTrue();
        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.allowed()).isEmpty();
    }

    @Test
    void a_move_of_one_alone_is_allowed_or_forbidden() {
        Pipeline jump = stages().allow("new", "warm")
                .allow("warm", "won")
                .allow("new", "won")
                .build();

        assertThat(to(jump).allowed()).containsExactly(new Transition("new", "won", List.of()));
        assertThat(to(jump).forbidden()).isEmpty();
        assertThat(to(jump).isEmpty()).isFalse();
        PipelineDifference back = PipelineDifference.between(jump, BEFORE);
        assertThat(back.forbidden()).containsExactly(new Transition("new", "won", List.of()));
        assertThat(back.isEmpty()).isFalse();
    }

    @Test
    void a_move_of_both_is_guarded_otherwise() {
        Pipeline guarded = stages().allow("new", "warm")
                .allow("warm", "won", Guard.has(LeadField.EMAIL))
                .build();

        assertThat(to(guarded).guarded())
                .containsExactly(new ChangedTransition(
                        new Transition("warm", "won", List.of()),
                        new Transition("warm", "won", List.of(Guard.has(LeadField.EMAIL)))));
        assertThat(to(guarded).allowed()).isEmpty();
        assertThat(to(guarded).forbidden()).isEmpty();
        assertThat(to(guarded).isEmpty()).isFalse();
    }
}
