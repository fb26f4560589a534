package dev.leadkit.operation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of many leads, in numbers.
 *
 * @param operation by which it can be undone; absent when there was nothing to do, after a dry run and over a store without
 *     documents
 * @param counts how many leads came to which {@link Outcome#code}, those of runs that ended too early included
 */
public record OperationReport(@Nullable OperationId operation, SortedMap<String, Long> counts) {
    public OperationReport {
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
