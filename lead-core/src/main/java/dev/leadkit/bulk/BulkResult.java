package dev.leadkit.bulk;

import dev.leadkit.lead.LeadId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of each of many leads.
 *
 * @param outcomes one for each id that was asked for, in the order in which they came first
 */
public record BulkResult(Map<LeadId, BulkOutcome> outcomes) {
    public BulkResult {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** How many leads this became of, such as {@code count(BulkOutcome.Applied.class)}. */
    public long count(Class<? extends BulkOutcome> kind) {
        return outcomes.values().stream().filter(kind::isInstance).count();
    }
}
