package dev.leadkit.scoring.history;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.LeadValues;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A closed lead as it was at an instant before, and how it ended. Immutable and safe to share.
 *
 * @param lead as its timeline tells it, with the engagement of the messages until then; what {@link
 *     dev.leadkit.lead.LeadRebuild} can't tell is missing
 * @param asOf the instant
 * @param won whether it was won in the end; otherwise it was lost
 * @param closedAt when that was
 */
public record PastLead(Lead lead, Instant asOf, boolean won, Instant closedAt) {
    /** The score that a card would have given it then. */
    public Score score(LeadScorer card) {
        return card.score(lead, asOf);
    }

    /** What it would have given to a card then, by the names of the inputs. */
    public SortedMap<String, Object> values() {
        return LeadValues.of(lead);
    }
}
