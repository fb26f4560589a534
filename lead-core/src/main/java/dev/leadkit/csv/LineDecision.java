package dev.leadkit.csv;

import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.ChangesetBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a line, and how.
 *
 * @param before the lead as it is stored; absent when there is none yet
 * @param between where the lead is first brought to the current version of its pipeline; {@code before} where it is not
 * @param after the lead's next value; absent when nothing is written
 * @param at when it happens, for the timeline
 * @param notes what is put on the timeline beside the difference of the two
 */
record LineDecision(
        LineOutcome outcome,
        @Nullable Lead before,
        @Nullable Lead between,
        @Nullable Lead after,
        Instant at,
        List<Change> notes) {

    /**
     * Adds it to a unit of work.
     *
     * @param its the next value, scored
     * @return the lead as it will be stored
     */
    Lead write(ChangesetBuilder unit, Lead its, @Nullable Cause cause) {
        Change[] extra = notes.toArray(Change[]::new);
        return before == null || between == null
                ? unit.create(its, at, cause, extra)
                : unit.update(before, between, its, at, cause, extra);
    }

    /** Nothing is written. */
    static LineDecision none(LineOutcome outcome) {
        return new LineDecision(outcome, null, null, null, Instant.EPOCH, List.of());
    }

    static LineDecision refused(long line, List<LineError> errors) {
        return none(new LineOutcome.Refused(line, errors));
    }
}
