package dev.leadkit.capture;

import dev.leadkit.capture.CaptureOutcome.Status;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often what came of deliveries, and why: for a host's metrics, and to see that no message goes by in silence. A
 * delivery is one call for one session, with its messages or its mark. Holds nothing of any visitor. Immutable.
 *
 * @param outcomes how many deliveries had each status; a status that none had is missing
 * @param reasons for each status, in how many deliveries each code was among {@link CaptureOutcome#because()}. At most
 *     {@value #MAX_CODES} codes of all statuses are told apart, the first that occurred; the rest is {@value #OTHER}
 * @param failed how many deliveries ended with an exception; the caller has it
 */
public record CaptureCounters(Map<Status, Long> outcomes, Map<Status, Map<String, Long>> reasons, long failed) {
    /** The most codes that are told apart. */
    public static final int MAX_CODES = 2_000;

    /** Stands for all other codes. */
    public static final String OTHER = "other";

    public CaptureCounters {
        outcomes = copyOf(outcomes);
        Map<Status, Map<String, Long>> copy = new EnumMap<>(Status.class);
        reasons.forEach((status, counts) -> copy.put(status, Collections.unmodifiableMap(new TreeMap<>(counts))));
        reasons = Collections.unmodifiableMap(copy);
    }

    private static Map<Status, Long> copyOf(Map<Status, Long> counts) {
        Map<Status, Long> copy = new EnumMap<>(Status.class);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }

    /** How many deliveries had a status. */
    public long of(Status status) {
        return outcomes.getOrDefault(status, 0L);
    }

    /** In how many deliveries of a status a code was among the reasons. */
    public long of(Status status, String code) {
        return reasons.getOrDefault(status, Map.of()).getOrDefault(code, 0L);
    }

    /** All deliveries: each had an outcome or failed. */
    public long deliveries() {
        return failed + outcomes.values().stream().mapToLong(Long::longValue).sum();
    }
}
