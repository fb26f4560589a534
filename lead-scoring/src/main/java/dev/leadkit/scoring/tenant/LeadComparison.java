package dev.leadkit.scoring.tenant;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;

/**
 * A lead as two cards see it at the same instant.
 *
 * @param live by the card that scores the tenant's leads
 * @param other by the card that it is compared with
 */
public record LeadComparison(LeadId lead, Score live, Score other) {
    public boolean changesBand() {
        return !live.band().equals(other.band());
    }

    /** By how many points the other score is higher; negative when it is lower. */
    public int difference() {
        return other.value() - live.value();
    }
}
