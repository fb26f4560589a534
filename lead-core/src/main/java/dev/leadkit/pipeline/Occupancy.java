package dev.leadkit.pipeline;

import java.util.Map;

/**
 * How full stages are, for {@link WipLimit}s. A stage that is not named is not known.
 *
 * @param leads how many leads are in a stage, by its key
 * @param ofAssignee how many of them the assignee of the lead looks after that is decided upon, by the stage's key
 */
public record Occupancy(Map<String, Long> leads, Map<String, Long> ofAssignee) {
    /** Nothing is known. */
    public static final Occupancy UNKNOWN = new Occupancy(Map.of(), Map.of());

    public Occupancy {
        leads = Map.copyOf(leads);
        ofAssignee = Map.copyOf(ofAssignee);
    }
}
