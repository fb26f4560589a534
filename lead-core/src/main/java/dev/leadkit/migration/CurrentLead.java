package dev.leadkit.migration;

import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.Stage;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lead on the current version of its pipeline, and that pipeline: read together, so that what is decided belongs to the
 * version that the lead was brought to. Pure; immutable and safe to share.
 *
 * @param lead as it is stored where it could not be brought to the current version
 * @param pipeline absent when the tenant has none of the name any more
 */
public record CurrentLead(Lead lead, @Nullable PublishedPipeline pipeline) {
    /** Whether a pipeline can decide on it. */
    public boolean isDecidable() {
        return pipeline != null && pipeline.isCurrent(lead);
    }

    /**
     * What the pipeline says to a move. Refused when it can't decide.
     *
     * @param ask asks the current version
     */
    public Decision decide(String to, Function<Pipeline, Decision> ask) {
        if (pipeline == null) {
            String text = "there is no pipeline \"%s\"".formatted(lead.pipeline());
            return new Decision.Refused(to, List.of(new Refusal("unknown-pipeline", text, null)));
        }
        if (!isDecidable()) {
            String text = "no stage of version %d takes the place of \"%s\" of version %d"
                    .formatted(pipeline.current().version(), lead.stage(), lead.pipelineVersion());
            return new Decision.Refused(to, List.of(new Refusal("no-successor", text, null)));
        }
        return ask.apply(pipeline.current());
    }

    /** The decision for each other stage, in the order of the board; none when there is no such pipeline. */
    public List<Decision> options(BiFunction<Pipeline, String, Decision> ask) {
        if (pipeline == null) {
            return List.of();
        }
        return pipeline.current().stages().stream()
                .map(Stage::key)
                .filter(stage -> !stage.equals(lead.stage()))
                .map(stage -> decide(stage, current -> ask.apply(current, stage)))
                .toList();
    }
}
