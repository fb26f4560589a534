package dev.leadkit;

import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * So many points for each tag, of which some go with each day since the lead came; hot from 70, warm from 40. Two decay apart,
 * so that points change where the sum stays.
 */
final class CoolingScorer implements LeadScorer {
    private static final Duration DAY = Duration.ofDays(1);

    private final String card;
    private final int perTag;

    CoolingScorer(String card, int perTag) {
        this.card = card;
        this.perTag = perTag;
    }

    @Override
    public Score score(Lead lead, Instant asOf) {
        long days = Math.max(0, Duration.between(lead.createdAt(), asOf).toDays());
        int tags = Math.min(100, perTag * lead.tags().size());
        int cooled = (int) Math.max(0, tags - 9 * days);
        // Of every second day, one point comes in the place of another.
        int moved = cooled > 0 ? (int) (days % 2) : 0;
        Instant next = cooled == 0 ? null : lead.createdAt().plus(DAY.multipliedBy(days + 1));
        return new Score(
                cooled,
                cooled >= 70 ? "hot" : cooled >= 40 ? "warm" : "cold",
                List.of(
                        new Contribution("tags", "Tags", cooled - moved, "tags"),
                        new Contribution("turn", "Turn", moved, "days")),
                card,
                asOf,
                next);
    }
}
