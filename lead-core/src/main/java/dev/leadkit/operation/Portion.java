package dev.leadkit.operation;

import dev.leadkit.lead.LeadId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the leads that were worked on together, told as soon as they are done.
 *
 * @param <O> what a lead can come to
 * @param operation by which it can be gone on with or undone; absent in a dry run and over a store without documents
 * @param outcomes one for each of them, in order
 * @param done how many leads have been gone through by now, these included
 * @param total how many there were to be gone through when it began; those that come to pass a filter, or no longer do,
 *     make the end differ
 */
public record Portion<O extends Outcome>(
        @Nullable OperationId operation, Map<LeadId, O> outcomes, long done, long total) {
    public Portion {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }
}
