package dev.leadkit.examples.leaddesk.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.chart.PipelineDiagram.Node;
import dev.leadkit.pipeline.Pipeline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineDiagramTest {
    @Test
    void draws_each_stage_once_and_none_over_another() {
        for (Pipeline pipeline : List.of(Pipeline.sixStage(), Pipeline.fiveStage())) {
            PipelineDiagram drawing = PipelineDiagram.of(pipeline, Map.of("new", 7L));

            assertThat(drawing.nodes())
                    .extracting(Node::key)
                    .containsExactlyInAnyOrderElementsOf(
                            pipeline.stages().stream().map(stage -> stage.key()).toList());
            for (Node one : drawing.nodes()) {
                assertThat(one.x()).isBetween(0, drawing.width() - drawing.nodeWidth());
                assertThat(one.y()).isBetween(0, drawing.height() - drawing.nodeHeight());
                assertThat(drawing.nodes())
                        .filteredOn(other -> other != one)
                        .noneMatch(other -> Math.abs(one.x() - other.x()) < drawing.nodeWidth()
                                && Math.abs(one.y() - other.y()) < drawing.nodeHeight());
            }
        }
    }

    @Test
    void draws_a_way_for_each_transition_that_is_listed() {
        Pipeline pipeline = Pipeline.sixStage();

        PipelineDiagram drawing = PipelineDiagram.of(pipeline, null);

        assertThat(drawing.ways()).hasSameSizeAs(pipeline.transitions());
        assertThat(drawing.ways())
                .filteredOn(way -> way.kind().equals("back"))
                .extracting(PipelineDiagram.Way::words)
                .containsExactlyInAnyOrder("Assigned to Qualified", "Contacted to Assigned");
        assertThat(drawing.nodes()).allMatch(node -> node.leads() == null);
    }

    @Test
    void draws_only_the_next_ways_of_a_free_pipeline_and_says_that_it_is_free() {
        PipelineDiagram drawing = PipelineDiagram.of(Pipeline.fiveStage(), Map.of("new", 7L));

        assertThat(drawing.free()).isTrue();
        assertThat(drawing.ways()).filteredOn(way -> way.kind().equals("on")).hasSize(3);
        assertThat(drawing.ways()).filteredOn(way -> way.kind().equals("lost")).hasSize(3);
        assertThat(drawing.nodes())
                .filteredOn(node -> node.key().equals("new"))
                .extracting(Node::leads)
                .containsExactly("7");
    }

    @Test
    void cuts_a_name_that_does_not_fit_between_whole_characters() {
        Pipeline pipeline = Pipeline.parse("""
                {"kind": "pipeline", "format": 1, "name": "p", "version": 1, "free": true, "start": "a", "stages": [
                  {"key": "a", "name": "🔵🔵🔵🔵🔵🔵🔵🔵🔵🔵🔵🔵🔵🔵🔵🔵🔵🔵", "category": "open"},
                  {"key": "b", "name": "Won", "category": "won"}, {"key": "c", "name": "Lost", "category": "lost"}]}""");

        assertThat(PipelineDiagram.of(pipeline, null).nodes().get(0).name()).isEqualTo("🔵".repeat(14) + "…");
    }
}
