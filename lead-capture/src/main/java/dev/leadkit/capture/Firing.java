package dev.leadkit.capture;

import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule that fired.
 *
 * @param at the time of the message or mark on which it first did
 * @param last the time of the one on which it last did
 */
record Firing(CaptureRule rule, Instant at, Instant last, List<Reason> because) {
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_EVIDENCE = 200;

    Firing again(Instant now) {
        return new Firing(rule, at, now, because);
    }

    /** The rule with what it saw, as one reason; of very much the first. */
    Reason asReason() {
        String text = because.stream().map(Reason::text).distinct().collect(Collectors.joining("; "));
        List<Evidence> evidence = because.stream()
                .flatMap(reason -> reason.evidence().stream())
                .limit(MAX_EVIDENCE)
                .toList();
        return new Reason(rule.id(), text.length() > MAX_TEXT ? Beginning.of(text, MAX_TEXT) + "…" : text, evidence);
    }
}
