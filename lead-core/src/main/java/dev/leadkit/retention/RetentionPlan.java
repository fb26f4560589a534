package dev.leadkit.retention;

import dev.leadkit.retention.RetentionItem.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What retention comes to at an instant. Nothing has happened.
 *
 * @param at when the rules were asked
 * @param counts how many leads are due by each rule, by its id and by what becomes of them; rules without any are left out
 */
public record RetentionPlan(Instant at, Map<String, Map<Verdict, Long>> counts) {
    public RetentionPlan {
        Map<String, Map<Verdict, Long>> sorted = new TreeMap<>();
        counts.forEach((rule, its) -> sorted.put(rule, Collections.unmodifiableMap(new EnumMap<>(its))));
        counts = Collections.unmodifiableMap(sorted);
    }

    /** How many leads there are of a verdict, by whatever rule. */
    public long count(Verdict verdict) {
        return counts.values().stream()
                .mapToLong(its -> its.getOrDefault(verdict, 0L))
                .sum();
    }
}
