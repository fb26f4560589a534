package dev.leadkit.capture;

import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.lead.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Counts what came of deliveries. Safe to share. */
final class CaptureTally {
    private final Map<Status, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final Map<Key, LongAdder> reasons = new ConcurrentHashMap<>();
    private final LongAdder failed = new LongAdder();

    private record Key(Status status, String code) {}

    /** Makes a delivery and counts what came of it. */
    CaptureOutcome counted(Supplier<CaptureOutcome> delivery) {
        boolean done = false;
        try {
            CaptureOutcome outcome = delivery.get();
            done = true;
            count(outcome);
            return outcome;
        } finally {
            if (!done) {
                failed.increment();
            }
        }
    }

    private void count(CaptureOutcome outcome) {
        Status status = outcome.status();
        outcomes.computeIfAbsent(status, first -> new LongAdder()).increment();
        outcome.because().stream()
                .map(Reason::code)
                .distinct()
                .forEach(code -> adder(status, code).increment());
    }

    private LongAdder adder(Status status, String code) {
        LongAdder known = reasons.get(new Key(status, code));
        if (known != null) {
            return known;
        }
        // Several threads at once may go a little over it; by no more than there are threads.
        String counted = reasons.size() < CaptureCounters.MAX_CODES ? code : CaptureCounters.OTHER;
        return reasons.computeIfAbsent(new Key(status, counted), key -> new LongAdder());
    }

    CaptureCounters snapshot() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        outcomes.forEach((status, count) -> counts.put(status, count.sum()));
        Map<Status, Map<String, Long>> byCode = new EnumMap<>(Status.class);
        reasons.forEach((key, count) ->
                byCode.computeIfAbsent(key.status(), status -> new TreeMap<>()).put(key.code(), count.sum()));
        return new CaptureCounters(counts, byCode, failed.sum());
    }
}
