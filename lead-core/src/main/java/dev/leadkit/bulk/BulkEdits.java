package dev.leadkit.bulk;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationNotFoundException;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Portion;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Edits many leads of one tenant, in the name of one actor, and says what became of each. Each lead is decided upon by
 * itself, as the desk would for it alone; what is refused or too late for one keeps none of the others from it.
 *
 * <pre>{@code
 * BulkTarget fair = BulkTarget.matching(LeadFilter.all().inStage("new").taggedAny("fair"));
 * BulkAction drop = BulkAction.transition("lost", "no budget");
 * OperationReport would = desk.bulk().dryRun(drop, fair);
 * OperationReport done = desk.bulk().run(drop, fair, portion -> bar.show(portion.done(), portion.total()));
 * desk.undo(done.operation());
 * }</pre>
 *
 * <p>Any number of leads may be asked for. Up to {@value #PORTION} at a time are read, decided and committed, which takes a
 * handful of statements; a filter gives them by pages of 500. A lead is all changed or not at all.
 *
 * <p>Over a store with documents the work is an {@link dev.leadkit.operation.Operation}, written with each portion. When
 * the storage fails in between, {@link #resume} goes on where it ended and does nothing twice.
 *
 * <p>Each method throws {@link InvalidInputException} for a value that is not taken, before anything is read, and {@link
 * dev.leadkit.store.StoreException} if the storage failed. Safe to share.
 */
public interface BulkEdits {
    /** How many leads are worked on at a time. */
    int PORTION = 10_000;

    /**
     * Does something to many leads. The work in hand stays bounded: of the leads themselves nothing is held after their
     * portion.
     *
     * <p>A move is not made where somebody else changed the lead meanwhile: its outcome is {@link BulkOutcome.Stale}.
     * Everything else is decided again on the fresh state, as long as the lead still passes the filter.
     *
     * @param each is told the outcomes of each portion; what it throws ends the work after that portion, and {@link
     *     #resume} goes on
     */
    OperationReport run(BulkAction action, BulkTarget target, Consumer<Portion<BulkOutcome>> each);

    /** The same, for its numbers alone. */
    default OperationReport run(BulkAction action, BulkTarget target) {
        return run(action, target, portion -> {});
    }

    /**
     * What {@link #run} would come to at this instant, lead by lead, if nobody else did anything meanwhile. Writes nothing.
     *
     * @param each is told the outcomes of each portion; those that would be applied come with the lead as it would be
     */
    OperationReport dryRun(BulkAction action, BulkTarget target, Consumer<Portion<BulkOutcome>> each);

    /** The same, for its numbers alone. */
    default OperationReport dryRun(BulkAction action, BulkTarget target) {
        return dryRun(action, target, portion -> {});
    }

    /**
     * Goes on with an operation of {@link dev.leadkit.operation.Operation#BULK} that ended too early, in the name of whoever
     * asks. The last portion that was begun is gone through again: what was done to its leads is not done twice, and told
     * as applied. So one that came to its end stays as it is.
     *
     * @param each is told that portion and those after it
     * @return the numbers of all portions, the earlier ones included
     * @throws OperationNotFoundException if there is none, or it ended before all its ids were kept; then nothing was done
     * @throws InvalidInputException if it is of another type
     * @throws dev.leadkit.store.StaleDocumentException if somebody else goes on with it at the same time
     */
    OperationReport resume(OperationId operation, Consumer<Portion<BulkOutcome>> each);

    /** The same, for its numbers alone. */
    default OperationReport resume(OperationId operation) {
        return resume(operation, portion -> {});
    }

    /** Moves leads, see {@link #transition(Collection, String, String)}. */
    default BulkResult transition(Collection<LeadId> ids, String to) {
        return transition(ids, to, null);
    }

    /**
     * Moves leads to another stage. As with one, a lead that somebody else changed meanwhile is not moved: its outcome
     * is {@link BulkOutcome.Stale}.
     *
     * @param to the stage's key
     * @param reason why they are lost, for a stage that means so; may be absent unless the stage requires it
     */
    BulkResult transition(Collection<LeadId> ids, String to, @Nullable String reason);

    /**
     * Hands leads over to somebody. One that was changed meanwhile is read and edited again.
     *
     * @param user the host's id of the person who looks after them from now on; absent for nobody
     */
    BulkResult assign(Collection<LeadId> ids, @Nullable String user);

    /** Adds a tag. A lead that was changed meanwhile is read and edited again. */
    BulkResult tag(Collection<LeadId> ids, String tag);

    /** Takes a tag away. A lead that was changed meanwhile is read and edited again. */
    BulkResult untag(Collection<LeadId> ids, String tag);
}
