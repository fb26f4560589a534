package dev.leadkit.lead;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How warm a lead is, and what each factor gave to that.
 *
 * <p>Immutable and safe to share. The points add up exactly to {@link #value()}: where a card would leave the range,
 * a last contribution named {@value Contribution#LIMIT} brings the sum back to 0 or 100.
 *
 * @param value 0 (no sign of interest) to 100
 * @param band the key of the band it falls in
 * @param contributions in the card's order, factors of zero points included, then those of the card itself
 * @param card name and version of the scorecard, such as {@code default@1}
 * @param asOf the instant it was computed for, cut to microseconds
 * @param nextChangeAt when decay next changes the value or a contribution if nothing else happens; absent when it
 *     never does
 */
public record Score(
        int value,
        String band,
        List<Contribution> contributions,
        String card,
        Instant asOf,
        @Nullable Instant nextChangeAt) {
    public Score {
        contributions = contributions instanceof Breakdown ? contributions : List.copyOf(contributions);
        asOf = Input.instant("score.asOf", asOf);
        nextChangeAt = nextChangeAt == null ? null : Input.instant("score.nextChangeAt", nextChangeAt);
        int sum = sum(contributions);
        if (value < 0 || value > 100 || sum != value) {
            throw new IllegalArgumentException(
                    "score must be 0..100 and the sum of its contributions, was %d with sum %d".formatted(value, sum));
        }
    }

    /**
     * Whether it has another value or band than the score before it. What has not is no entry in the timeline.
     *
     * @param before absent when it is the lead's first
     */
    public boolean isNewsAfter(@Nullable Score before) {
        return before == null || value != before.value || !band.equals(before.band);
    }

    private static int sum(List<Contribution> contributions) {
        if (contributions instanceof Breakdown breakdown) {
            return breakdown.sum();
        }
        int sum = 0;
        for (Contribution contribution : contributions) {
            sum += contribution.points();
        }
        return sum;
    }
}
