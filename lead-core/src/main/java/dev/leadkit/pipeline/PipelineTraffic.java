package dev.leadkit.pipeline;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How many leads are where in a pipeline, and where they go. Each lead counts once, however often it came and went.
 *
 * @param leads how many are in each stage, by its key; a stage that is not named holds none
 * @param entered how many came into each stage in some window
 * @param moved how many of those went on, by the two stages; they may have done so since
 */
public record PipelineTraffic(Map<String, Long> leads, Map<String, Long> entered, Map<Edge, Long> moved) {
    /** From one stage to another, by their keys. */
    public record Edge(String from, String to) {}

    public PipelineTraffic {
        leads = Map.copyOf(leads);
        entered = Map.copyOf(entered);
        moved = Map.copyOf(moved);
    }

    public long leads(String stage) {
        return leads.getOrDefault(stage, 0L);
    }

    public long moved(String from, String to) {
        return moved.getOrDefault(new Edge(from, to), 0L);
    }

    /** Of the leads that came into a stage, the share that went on to another, 0.0 to 1.0; empty when none came. */
    public OptionalDouble conversion(String from, String to) {
        long all = entered.getOrDefault(from, 0L);
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) moved(from, to) / all);
    }
}
