package dev.leadkit.score;

import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Portion;
import dev.leadkit.store.LeadFilter;
import java.util.function.Predicate;

/**
 * Scores any number of leads anew, such as after another scorecard was published. Safe to share.
 *
 * <pre>{@code
 * RescoreForecast forecast = desk.rescoring().dryRun(LeadFilter.all());
 * OperationReport report = desk.rescoring().run(LeadFilter.all(), portion -> !shutdown.isRequested());
 * desk.rescoring().resume(report.operation(), portion -> true); // here, or in another process
 * }</pre>
 *
 * <p>Leads are read and written a portion at a time, and each is met once, whatever is created or changed meanwhile; no more
 * than a portion is held in memory. What is as it was is not written. Closed leads keep the score with which they were
 * closed. A score that changes makes one entry in the lead's timeline, and so one event; one that stays makes none. Each
 * portion is scored as of then, by the scorer that the tenant has then. A lead that it fails on keeps the score that it has,
 * and no other from its own: {@link RescoreOutcome#FAILED}.
 *
 * <p>How far it came is kept as an {@link dev.leadkit.operation.Operation}, where the store keeps documents, and can be looked
 * at by any process. There is nothing to undo: scores follow from the leads.
 */
public interface Rescoring {
    /** Scores the leads that pass a filter anew, to the end. */
    default OperationReport run(LeadFilter filter) {
        return run(filter, portion -> true);
    }

    /**
     * Scores the leads that pass a filter anew.
     *
     * @param goOn is told what became of each portion when it is written and kept; false pauses there, and so does an
     *     exception, which is thrown on
     * @return how many leads came to what so far; its operation is absent where the store keeps no documents
     * @throws dev.leadkit.lead.InvalidInputException if the filter has a text that can't be kept
     */
    OperationReport run(LeadFilter filter, Predicate<Portion<RescoreOutcome>> goOn);

    /**
     * Goes on where a rescoring was paused, or where its process ended. At most the portion in which it ended is gone through
     * again, without changing anything twice. One that is finished stays so.
     *
     * @param goOn see {@link #run}
     * @return how many leads came to what in all
     * @throws dev.leadkit.operation.OperationNotFoundException if the tenant keeps none of this id
     * @throws dev.leadkit.lead.InvalidInputException if it is no rescoring
     * @throws dev.leadkit.store.StaleDocumentException if somebody else goes on with it at the same time
     * @throws dev.leadkit.store.UnsupportedCapabilityException if the store keeps no documents
     */
    OperationReport resume(OperationId id, Predicate<Portion<RescoreOutcome>> goOn);

    /**
     * Says what {@link #run(LeadFilter)} would do, and writes nothing.
     *
     * @throws dev.leadkit.plan.NotEntitledException if the tenant's plan does not show scores
     */
    RescoreForecast dryRun(LeadFilter filter);
}
