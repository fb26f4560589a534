package dev.leadkit.move;

import dev.leadkit.lead.LeadId;
import dev.leadkit.pipeline.Refusal;
import java.util.List;

/**
 * What a tick came to.
 *
 * @param done the leads that were changed, in the order in which they were; at most as many as the tick's limit
 * @param refused the first of the leads for which the pipeline, the policy or the plan refuses what is due; at most as many as the tick's limit
 * @param refusals how many were refused in all, as far as they were looked at
 * @param more whether the tick stopped at its limit, so that more may be due
 */
public record TickResult(List<Done> done, List<Refused> refused, long refusals, boolean more) {
    /**
     * A lead that was changed.
     *
     * @param because which rule did it, and since when it was due
     */
    public record Done(LeadId lead, DueRule because) {}

    /** A lead that stays as it is, with each reason. */
    public record Refused(LeadId lead, DueRule because, List<Refusal> reasons) {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    public TickResult {
        done = List.copyOf(done);
        refused = List.copyOf(refused);
    }
}
