package dev.leadkit.store;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which leads of a pipeline are stale at an instant: untouched for as long as their stage says, and not snoozed. Immutable.
 *
 * @param pipeline its name
 * @param untouchedSince for each stage in which leads become stale, the instant at or before which the last activity must lie
 * @param at the instant; a lead whose snooze ends later is not stale
 */
public record Staleness(String pipeline, SortedMap<String, Instant> untouchedSince, Instant at) {
    public Staleness {
        untouchedSince = sorted(untouchedSince);
        at = Input.instant("at", at);
    }

    /** By the stages as the pipeline has them. Stages without {@link Stage#staleAfter}, closed ones say, have no stale leads. */
    public static Staleness of(Pipeline pipeline, Instant now) {
        SortedMap<String, Instant> since = new TreeMap<>();
        for (Stage stage : pipeline.stages()) {
            Duration staleAfter = stage.staleAfter();
            if (staleAfter != null) {
                since.put(stage.key(), now.minus(staleAfter));
            }
        }
        return new Staleness(pipeline.name(), since, now);
    }

    /** Whether a lead is stale. Every store must count so. */
    public boolean matches(Lead lead) {
        return pipeline.equals(lead.pipeline())
                && isUntouched(untouchedSince, lead)
                && !lead.withdrawn()
                && !lead.isSnoozed(at);
    }

    static boolean isUntouched(Map<String, Instant> since, Lead lead) {
        Instant ofStage = since.get(lead.stage());
        return ofStage != null && !lead.lastActivityAt().isAfter(ofStage);
    }

    static SortedMap<String, Instant> sorted(Map<String, Instant> since) {
        SortedMap<String, Instant> sorted = new TreeMap<>();
        since.forEach((stage, instant) -> sorted.put(stage, Input.instant("stale", instant)));
        return Collections.unmodifiableSortedMap(sorted);
    }
}
