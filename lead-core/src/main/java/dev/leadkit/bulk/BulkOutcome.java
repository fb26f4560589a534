package dev.leadkit.bulk;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.pipeline.Refusal;
import java.util.List;

/** What became of one of many leads. Only {@link Applied} wrote something. */
public sealed interface BulkOutcome {
    /** It was changed and is now stored so. */
    record Applied(Lead lead) implements BulkOutcome {}

    /** It is so already. */
    record Unchanged(Lead lead) implements BulkOutcome {}

    /** The pipeline refused the move; each reason counts. */
    record Refused(List<Refusal> refusals) implements BulkOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Somebody else was faster. Look at the lead again and decide anew.
     *
     * @param expected the version that was decided on
     * @param found the stored version; 0 when the lead is gone
     */
    record Stale(long expected, long found) implements BulkOutcome {}

    /** The lead would open again while the same visitor has another open lead, of which this is the id. */
    record Taken(LeadId holder) implements BulkOutcome {}

    /** It was merged into another, of which this is the id; work on that one. */
    record Merged(LeadId survivor) implements BulkOutcome {}

    /** The tenant has no such lead. One of another tenant looks exactly alike. */
    record NotFound() implements BulkOutcome {}
}
