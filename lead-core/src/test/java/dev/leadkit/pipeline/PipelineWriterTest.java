package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.pipeline.PipelineDocuments.Document;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading what was written gives the same pipeline. */
class PipelineWriterTest {
    private static final HostGuards HOST = HostGuards.none().with("known-to-the-host", attempt -> Optional.empty());

    static Stream<Document> valid() {
        return PipelineDocuments.read("valid-pipelines.json", "warnings");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void an_odd_document_comes_back(Document document) {
        comesBack(Pipeline.parse(document.json(), HOST));
    }

    @Test
    void the_presets_come_back() {
        comesBack(Pipeline.fiveStage());
        comesBack(Pipeline.sixStage());
    }

    @Test
    void limits_reopening_and_timed_rules_come_back() {
        Pipeline pipeline = Pipeline.named("p")
                .stage(Stage.of("new", "New", StageCategory.OPEN)
                        .withWipLimit(WipLimit.of(5).perAssignee(2).asHard()))
                .stage(Stage.of("talk", "Talk", StageCategory.OPEN).withWipLimit(WipLimit.of(9)))
                .won("won", "Won")
                .lost("lost", "Lost")
                .free()
                .reopening(new Reopening("talk", true))
                .timed(TimedRule.move("give-up", "talk", Duration.ofDays(30), "lost", "silence"))
                .timed(TimedRule.tag("remind", "new", Duration.ofHours(12), "late"))
                .build();

        comesBack(pipeline);
        assertThat(Pipeline.parse(pipeline.toJson()).reopening()).isEqualTo(pipeline.reopening());
        assertThat(Pipeline.parse(pipeline.toJson()).timedRules()).isEqualTo(pipeline.timedRules());
    }

    private static void comesBack(Pipeline pipeline) {
        Pipeline again = Pipeline.parse(pipeline.toJson(), HOST);

        assertThat(again.name()).isEqualTo(pipeline.name());
        assertThat(again.version()).isEqualTo(pipeline.version());
        assertThat(again.stages()).isEqualTo(pipeline.stages());
        assertThat(again.start()).isEqualTo(pipeline.start());
        assertThat(again.isFree()).isEqualTo(pipeline.isFree());
        assertThat(again.transitions()).isEqualTo(pipeline.transitions());
        assertThat(again.toJson()).isEqualTo(pipeline.toJson());
    }
}
