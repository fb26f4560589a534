package dev.leadkit.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.PipelineHistory.Version;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishedPipelineTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Pipeline CURRENT = Pipeline.named("sales")
            .version(2)
            .open("new", "New")
            .open("hot", "Hot")
            .won("won", "Won")
            .free()
            .build();

    /** Of the first version's stages, warm became hot, cold became a stage that there is not, and new and won stayed. */
    private final PublishedPipeline published = new PublishedPipeline(
            CURRENT,
            new PipelineHistory(List.of(
                    new Version(1, StageMap.NONE, null),
                    new Version(
                            2, StageMap.of("warm", "hot").and("cold", "frozen").and("new", "hot"), null))),
            5);

    private static Lead on(int version, String stage) {
        return Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.MANUAL, AT)
                .stage("sales", version, stage, false, AT)
                .build();
    }

    @Test
    void a_lead_of_an_earlier_version_is_brought_to_the_stage_that_took_the_place_of_its_own() {
        Lead there = on(2, "hot");

        assertThat(published.adopt(there, Standing.of(there))).containsSame(there);
        assertThat(published.adopt(on(1, "warm"), Standing.of(on(1, "warm")))).contains(on(2, "hot"));
        assertThat(published.adopt(on(1, "cold"), Standing.of(on(1, "cold")))).isEmpty();
        assertThat(published.isCurrent(there)).isTrue();
        assertThat(published.isCurrent(on(1, "hot"))).isFalse();
    }

    @Test
    void a_stage_has_a_place_where_the_current_version_has_its_successor() {
        assertThat(published.hasPlaceFor(1, "warm")).isTrue();
        assertThat(published.hasPlaceFor(1, "won")).isTrue();
        assertThat(published.hasPlaceFor(1, "cold")).isFalse();
        assertThat(published.hasPlaceFor(1, "lost")).isFalse();
    }

    @Test
    void successors_are_of_stages_that_are_gone_and_lead_to_stages_that_are_there() {
        assertThat(published.successors()).isEqualTo(Map.of("warm", "hot"));
        assertThat(published.stageNow("warm")).isEqualTo("hot");
        assertThat(published.stageNow("new")).isEqualTo("new");
        assertThat(published.stageNow("cold")).isEqualTo("cold");
    }

    @Test
    void what_no_pipeline_can_decide_is_refused_with_the_reason() {
        CurrentLead without = new CurrentLead(on(1, "warm"), null);
        CurrentLead behind = new CurrentLead(on(1, "cold"), published);
        CurrentLead there = new CurrentLead(on(2, "hot"), published);
        Decision asked = new Decision.Refused("won", List.of(new Refusal("asked", "the pipeline was asked", null)));

        assertThat(without.isDecidable()).isFalse();
        assertThat(without.decide("won", pipeline -> asked).refusals())
                .extracting(Refusal::code, Refusal::text)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("unknown-pipeline", "there is no pipeline \"sales\""));
        assertThat(without.options((pipeline, stage) -> asked)).isEmpty();
        assertThat(behind.isDecidable()).isFalse();
        assertThat(behind.decide("won", pipeline -> asked).refusals())
                .extracting(Refusal::code)
                .containsExactly("no-successor");
        assertThat(there.isDecidable()).isTrue();
        assertThat(there.decide("won", pipeline -> asked)).isSameAs(asked);
        assertThat(there.options((pipeline, stage) -> new Decision.Refused(stage, asked.refusals())))
                .extracting(Decision::to)
                .containsExactly("new", "won");
    }
}
