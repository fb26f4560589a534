package dev.leadkit.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a lead's timeline: what happened, when, by whom, and by which unit of work. Never changed once written.
 *
 * <p>Entries of a lead are ordered by {@code version} and then {@code index}; together with the lead they are unique.
 *
 * @param version the version of the lead that it led to
 * @param index its place, from 0, among the entries of that version
 * @param at when it happened: the message's time for a capture, the clock's for a person's act
 * @param cause what set it off; absent when the actor did it by itself
 * @param trace what its version changed beside what is told, on the first entry of the version; otherwise empty
 */
public record Activity(
        LeadId lead,
        long version,
        int index,
        Instant at,
        Actor actor,
        ChangesetId changeset,
        @Nullable Cause cause,
        Change change,
        LeadTrace trace) {
    public Activity {
        at = Input.instant("activity.at", at);
        if (version < 1 || index < 0) {
            throw new IllegalArgumentException(
                    "activity must have version >= 1 and index >= 0, was %d/%d".formatted(version, index));
        }
    }

    /** An entry behind which nothing stands that is not told. */
    public Activity(
            LeadId lead,
            long version,
            int index,
            Instant at,
            Actor actor,
            ChangesetId changeset,
            @Nullable Cause cause,
            Change change) {
        this(lead, version, index, at, actor, changeset, cause, change, LeadTrace.NONE);
    }
}
