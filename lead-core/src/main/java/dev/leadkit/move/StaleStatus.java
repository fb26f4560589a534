package dev.leadkit.move;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Touch;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lead is stale, and by what the clock was last set back. Computed from the lead alone whenever it is asked for, so that
 * another threshold counts at once.
 *
 * @param since when it became stale; absent while it is not
 * @param lastTouch when somebody last did something about it
 * @param cause what that was
 * @param threshold how long a lead may stay untouched in its stage; absent when for ever
 * @param suppressedUntil until when it is snoozed, and not stale whatever else holds; absent while it is not
 */
public record StaleStatus(
        @Nullable Instant since,
        Instant lastTouch,
        Touch cause,
        @Nullable Duration threshold,
        @Nullable Instant suppressedUntil) {

    /**
     * The status of a lead; the answer is that of {@link dev.leadkit.store.LeadFilter#stale}.
     *
     * @param pipeline the lead's; in a stage that it does not have, no lead is stale
     * @param now the present, by the kit's clock
     */
    public static StaleStatus of(Lead lead, Pipeline pipeline, Instant now) {
        Duration threshold = lead.pipeline().equals(pipeline.name())
                ? pipeline.findStage(lead.stage()).map(Stage::staleAfter).orElse(null)
                : null;
        Instant since = threshold == null || lead.withdrawn() ? null : lead.staleFrom(threshold);
        boolean isStale = since != null && !since.isAfter(now);
        return new StaleStatus(
                isStale ? since : null,
                lead.lastActivityAt(),
                lead.lastTouch(),
                threshold,
                lead.isSnoozed(now) ? lead.snoozedUntil() : null);
    }

    public boolean isStale() {
        return since != null;
    }
}
