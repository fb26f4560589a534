package dev.leadkit.migration;

import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tenant's pipeline in its current version, with what leads back to the earlier ones. Pure; immutable and safe to share.
 *
 * @param documentVersion of the document that its history stands in; 0 when it is the kit's own, which no document tells
 */
public record PublishedPipeline(Pipeline current, PipelineHistory history, long documentVersion) {
    /** The kit's own pipeline, for tenants that have published none. */
    static PublishedPipeline ofKit(Pipeline pipeline) {
        return new PublishedPipeline(pipeline, PipelineHistory.of(pipeline.version()), 0);
    }

    /** Whether a lead is on the current version. */
    public boolean isCurrent(Lead lead) {
        return lead.pipelineVersion() == current.version();
    }

    /**
     * The lead brought to the current version; itself when it is on it. Empty when no stage takes the place of its own.
     *
     * @param standing see {@link PipelineHistory#place}
     */
    Optional<Lead> adopt(Lead lead, SortedMap<Integer, String> standing) {
        if (isCurrent(lead)) {
            return Optional.of(lead);
        }
        String stage = history.place(standing);
        return current.findStage(stage).map(place -> current.adopt(lead, place.key()));
    }

    /** The key of the stage of the current version that a key means; the key itself when it means none. */
    public String stageNow(String key) {
        return current.findStage(key).isPresent() ? key : successors().getOrDefault(key, key);
    }

    /** Whether a stage of the current version takes the place of a stage of an earlier one. */
    boolean hasPlaceFor(int version, String stage) {
        return current.findStage(history.place(new TreeMap<>(Map.of(version, stage))))
                .isPresent();
    }

    /**
     * The stages of the current version by the keys of those of earlier versions whose place they took; for figures of the
     * past, and for rules that name a stage as it was called.
     */
    public Map<String, String> successors() {
        Map<String, String> successors = new TreeMap<>(history.successors());
        successors.keySet().removeIf(stage -> current.findStage(stage).isPresent());
        successors.values().removeIf(stage -> current.findStage(stage).isEmpty());
        return successors;
    }
}
