package dev.leadkit.bulk;

import dev.leadkit.operation.OperationId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of many leads, in numbers.
 *
 * @param operation by which it can be undone; absent after a dry run and over a store without documents
 * @param counts how many leads came to which {@link BulkOutcome#code}, those of runs that ended too early included
 */
public record BulkReport(@Nullable OperationId operation, SortedMap<String, Long> counts) {
    public BulkReport {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** How many leads came to an outcome, by its code; 0 or more. */
    public long count(String code) {
        return counts.getOrDefault(code, 0L);
    }

    /** How many leads were gone through. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
