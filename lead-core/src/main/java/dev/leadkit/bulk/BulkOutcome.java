package dev.leadkit.bulk;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.Outcome;
import dev.leadkit.pipeline.Refusal;
import java.util.List;

/** What became of one of many leads. Only {@link Applied} and {@link Erased} wrote something. */
public sealed interface BulkOutcome extends Outcome {
    /** It was changed and is now stored so. */
    record Applied(Lead lead) implements BulkOutcome {
        @Override
        public String code() {
            return "applied";
        }
    }

    /** It is so already. */
    record Unchanged(Lead lead) implements BulkOutcome {
        @Override
        public String code() {
            return "unchanged";
        }
    }

    /** The pipeline refused the move; each reason counts. */
    record Refused(List<Refusal> refusals) implements BulkOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        @Override
        public String code() {
            return "refused";
        }
    }

    /**
     * Somebody else was faster. Look at the lead again and decide anew.
     *
     * @param expected the version that was decided on
     * @param found the stored version; 0 when the lead is gone
     */
    record Stale(long expected, long found) implements BulkOutcome {
        @Override
        public String code() {
            return "stale";
        }
    }

    /** The lead would open again while the same visitor has another open lead, of which this is the id. */
    record Taken(LeadId holder) implements BulkOutcome {
        @Override
        public String code() {
            return "taken";
        }
    }

    /** It was merged into another, of which this is the id; work on that one. */
    record Merged(LeadId survivor) implements BulkOutcome {
        @Override
        public String code() {
            return "merged";
        }
    }

    /** The tenant has no such lead. One of another tenant looks exactly alike. */
    record NotFound() implements BulkOutcome {
        @Override
        public String code() {
            return "not-found";
        }
    }

    /** It passed the filter when it was found, and does not any more. Here it is as it is now. */
    record Unmatched(Lead lead) implements BulkOutcome {
        @Override
        public String code() {
            return "unmatched";
        }
    }

    /** It is gone for good, by itself or with another of the leads. */
    record Erased() implements BulkOutcome {
        @Override
        public String code() {
            return "erased";
        }
    }
}
