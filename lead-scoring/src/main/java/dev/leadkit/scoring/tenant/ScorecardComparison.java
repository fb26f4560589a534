package dev.leadkit.scoring.tenant;

import dev.leadkit.score.RescoreForecast.BandCount;
import java.util.List;

/**
 * Two cards side by side, over leads as of one instant.
 *
 * @param leads how many open leads were scored by both
 * @param bands how many leads are in which band by the live card, and in which by the other one
 * @param meanDifference by how many points the other scores are higher on average; negative when they are lower, 0 without leads
 * @param meanDistance by how many points the two differ on average, either way; 0 or more
 * @param changed the first leads that would change their band, newest first, at most {@value #MOST_CHANGED}; all of them are
 *     told while it is made
 */
public record ScorecardComparison(
        long leads, List<BandCount> bands, double meanDifference, double meanDistance, List<LeadComparison> changed) {
    /** How many leads that change their band are listed. */
    public static final int MOST_CHANGED = 100;

    public ScorecardComparison {
        bands = List.copyOf(bands);
        changed = List.copyOf(changed);
    }

    /** How many leads would change their band. */
    public long bandChanges() {
        return bands.stream()
                .filter(BandCount::isChange)
                .mapToLong(BandCount::leads)
                .sum();
    }
}
