package dev.leadkit.assign;

import dev.leadkit.lead.LeadId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who got each of many leads.
 *
 * @param decisions one for each id that was asked for, in the order in which they came first
 */
public record AssignmentResult(Map<LeadId, AssignmentDecision> decisions) {
    public AssignmentResult {
        decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
    }

    /** How many leads somebody got. */
    public long assigned() {
        return decisions.values().stream()
                .filter(decision -> decision.chosen() != null)
                .count();
    }
}
