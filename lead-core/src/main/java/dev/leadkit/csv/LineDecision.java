package dev.leadkit.csv;

import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a line, and how.
 *
 * @param before the lead as it is stored; absent when there is none yet
 * @param after the lead's next value; absent when nothing is written
 * @param at when it happens, for the timeline
 * @param notes what is put on the timeline beside the difference of the two
 */
record LineDecision(
        LineOutcome outcome,
        @Nullable Lead before,
        @Nullable Lead after,
        Instant at,
        List<Change> notes) {

    /** Nothing is written. */
    static LineDecision none(LineOutcome outcome) {
        return new LineDecision(outcome, null, null, Instant.EPOCH, List.of());
    }

    static LineDecision refused(long line, List<LineError> errors) {
        return none(new LineOutcome.Refused(line, errors));
    }
}
