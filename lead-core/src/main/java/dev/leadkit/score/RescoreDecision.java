package dev.leadkit.score;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.Score;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What scoring a stored lead anew comes to: a pure function of the lead, its scorer and the present. A desk decides by it, and
 * so may a batch engine that reads and writes on its own:
 *
 * <pre>{@code
 * RescoreDecision decision = RescoreDecision.of(lead, card, now);
 * Lead next = decision.next();
 * if (next != null) {
 *     changeset.update(lead, next, now, null);
 * }
 * }</pre>
 *
 * @param outcome one that a decision can come to: not {@link RescoreOutcome#STALE} or {@link RescoreOutcome#REFUSED}
 * @param next the lead with its score, to be stored; absent when nothing is to be written, which is so unless the outcome is
 *     {@link RescoreOutcome#CHANGED} or {@link RescoreOutcome#RENEWED}
 */
public record RescoreDecision(
        RescoreOutcome outcome, @Nullable Lead next) {
    /**
     * Decides on a lead as it is stored.
     *
     * @param scorer absent when nothing scores the tenant's leads
     * @param now the present; a lead whose last activity lies after it, since its channel's clock is ahead, is scored as of that
     * @throws IllegalStateException if the scorer says that the score changes next when it was computed, or before; what else it
     *     throws is passed on
     */
    public static RescoreDecision of(Lead lead, @Nullable LeadScorer scorer, Instant now) {
        if (lead.withdrawn()) {
            return unwritten(RescoreOutcome.GONE);
        }
        if (lead.closed()) {
            return unwritten(RescoreOutcome.CLOSED);
        }
        if (scorer == null) {
            return unwritten(RescoreOutcome.UNSCORED);
        }
        Score before = lead.score();
        Score next = scored(lead, scorer, now);
        if (before != null && isSame(before, next)) {
            return unwritten(RescoreOutcome.UNCHANGED);
        }
        return new RescoreDecision(
                next.isNewsAfter(before) ? RescoreOutcome.CHANGED : RescoreOutcome.RENEWED,
                lead.toBuilder().score(next).build());
    }

    private static RescoreDecision unwritten(RescoreOutcome outcome) {
        return new RescoreDecision(outcome, null);
    }

    private static Score scored(Lead lead, LeadScorer scorer, Instant now) {
        Score score = scorer.score(lead, lead.momentOf(now));
        Instant next = score.nextChangeAt();
        if (next != null && !next.isAfter(score.asOf())) {
            throw new IllegalStateException(
                    "the scorer %s says as of %s that the score changes next at %s, not after it"
                            .formatted(score.card(), score.asOf(), next));
        }
        return score;
    }

    /** Whether nothing but the instant differs for which it was computed. */
    private static boolean isSame(Score before, Score next) {
        return !next.isNewsAfter(before)
                && before.card().equals(next.card())
                && Objects.equals(before.nextChangeAt(), next.nextChangeAt())
                && before.contributions().equals(next.contributions());
    }
}
