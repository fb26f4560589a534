package dev.leadkit.insight;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a lead in a stage.
 *
 * @param stage its key
 * @param from when the lead came in
 * @param to when it left, at or after {@code from}; absent while it is there
 * @param by who brought it there; absent when the timeline does not go back so far
 * @param cause what set that off; absent when the actor did it by itself
 * @param reason why it was lost, for a stage that means so; absent when nobody said
 * @param assignee who looked after it once it was there; absent when nobody did
 * @param band of the score that it had once it was there; absent when it had none
 */
public record StageVisit(
        String stage,
        Instant from,
        @Nullable Instant to,
        @Nullable Actor by,
        @Nullable Cause cause,
        @Nullable String reason,
        @Nullable String assignee,
        @Nullable String band) {
    public StageVisit {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a visit must not end before it begins, was %s to %s".formatted(from, to));
        }
    }

    /** Whether the lead has left. */
    public boolean isOver() {
        return to != null;
    }

    /** How long it was there; for a visit that is not over, up to an instant. */
    public Duration length(Instant asOf) {
        return Duration.between(from, to == null ? asOf : to);
    }

    StageVisit until(@Nullable Instant end) {
        return new StageVisit(stage, from, end, by, cause, reason, assignee, band);
    }

    StageVisit in(String otherStage) {
        return new StageVisit(otherStage, from, to, by, cause, reason, assignee, band);
    }

    StageVisit with(@Nullable String itsAssignee, @Nullable String itsBand) {
        return new StageVisit(stage, from, to, by, cause, reason, itsAssignee, itsBand);
    }
}
