package dev.leadkit.bulk;

import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.OperationId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of each of many leads.
 *
 * @param operation by which it can be undone; absent when there was nothing to do, and over a store without documents
 * @param outcomes one for each id that was asked for, in the order in which they came first
 */
public record BulkResult(@Nullable OperationId operation, Map<LeadId, BulkOutcome> outcomes) {
    public BulkResult {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** How many leads this became of, such as {@code count(BulkOutcome.Applied.class)}. */
    public long count(Class<? extends BulkOutcome> kind) {
        return outcomes.values().stream().filter(kind::isInstance).count();
    }
}
