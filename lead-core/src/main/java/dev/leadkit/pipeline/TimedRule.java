package dev.leadkit.pipeline;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a lead that stays untouched in a stage: it moves on, gets a tag, or both.
 *
 * @param id kebab-case and unique in the pipeline; who did it, in the lead's timeline
 * @param stage the key of the open stage in which it holds
 * @param after for how long nobody touched the lead, longer than zero; see {@link Lead#lastActivityAt}
 * @param to the key of the stage to which the lead moves; absent when it stays
 * @param reason why the lead is lost, for a stage that means so; may be absent unless the stage requires it
 * @param tag what the lead gets, unless somebody took it away; absent for none
 */
public record TimedRule(
        String id,
        String stage,
        Duration after,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String tag) {
    public TimedRule {
        if (after.isZero() || after.isNegative()) {
            throw new IllegalArgumentException("a timed rule needs a time longer than zero, was " + after);
        }
    }

    /** A rule that moves leads. */
    public static TimedRule move(String id, String stage, Duration after, String to, @Nullable String reason) {
        return new TimedRule(id, stage, after, to, reason, null);
    }

    /** A rule that tags leads. */
    public static TimedRule tag(String id, String stage, Duration after, String tag) {
        return new TimedRule(id, stage, after, null, null, tag);
    }

    /** The last instant of a touch that is long enough ago. */
    public Instant untouchedSince(Instant now) {
        return now.minus(after);
    }

    /** Whether there is something to do to the lead. What it does is then no longer due: a move touches the lead. */
    public boolean isDue(Lead lead, Instant now) {
        return awaits(lead) && !lead.lastActivityAt().isAfter(untouchedSince(now)) && !lead.isSnoozed(now);
    }

    /** Whether there will be something to do to the lead, if nobody touches it for long enough. */
    public boolean awaits(Lead lead) {
        return lead.stage().equals(stage) && !lead.withdrawn() && (to != null || isTagDue(lead));
    }

    /** Whether the lead lacks the tag, and nobody took it away. */
    public boolean isTagDue(Lead lead) {
        return tag != null && !lead.tags().contains(tag) && !lead.pinned().contains(LeadField.tag(tag));
    }
}
