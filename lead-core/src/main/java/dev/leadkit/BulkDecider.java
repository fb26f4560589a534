package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.DeskWork.Task;
import dev.leadkit.DeskWork.Unit;
import dev.leadkit.PortionCommit.Choice;
import dev.leadkit.PortionCommit.Decided;
import dev.leadkit.PortionCommit.Unwritten;
import dev.leadkit.PortionCommit.Waiting;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StaleLeadException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what one thing that is asked of many leads comes to for each. */
final class BulkDecider implements PortionCommit.Decider<BulkOutcome> {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final DeskWork work;
    private final Order order;
    private final QuotaLeft quotas;

    /**
     * What is done, and when it is not.
     *
     * @param task what is asked of each lead
     * @param filter which each lead must still pass when it is decided upon once more; absent when any will do
     * @param operation which does each lead once; absent when nothing is kept of it
     * @param again whether some of it may be done already
     */
    record Order(
            Task task,
            @Nullable LeadFilter filter,
            @Nullable OperationId operation,
            boolean again) {}

    BulkDecider(Wiring wiring, TenantId tenant, Actor actor, DeskWork work, Order order) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.work = work;
        this.order = order;
        this.quotas = wiring.quotaLeft();
    }

    @Override
    public void begin() {
        quotas.forget();
    }

    @Override
    public Choice<BulkOutcome> decide(Lead lead, Instant now, boolean fresh) {
        LeadFilter filter = order.filter();
        if (!fresh && filter != null && !filter.matches(lead)) {
            return new Unwritten<>(orApplied(lead, new BulkOutcome.Unmatched(wiring.shown(lead))));
        }
        Step step = order.task().decide(lead, now);
        if (step instanceof Step.Next next) {
            Unit unit = unit(next);
            List<Refusal> against = wiring.against(unit.changeset(), quotas);
            return against.isEmpty()
                    ? new Decided<>(unit, applied(unit.lead()))
                    : new Waiting<>(new BulkOutcome.Refused(against));
        }
        return new Unwritten<>(orApplied(lead, unwritten(wiring, step, lead)));
    }

    private BulkOutcome applied(Lead lead) {
        return new BulkOutcome.Applied(wiring.shown(lead));
    }

    private Unit unit(Step.Next next) {
        OperationId operation = order.operation();
        if (operation == null) {
            return work.unit(next);
        }
        return work.unit(
                next,
                wiring.changeset(operation.changeset(next.before().id()), tenant, actor),
                new Cause(Cause.OPERATION, operation.toString()));
    }

    /** A lead to which it was done before may well be such that there is nothing to do. */
    private BulkOutcome orApplied(Lead lead, BulkOutcome otherwise) {
        OperationId operation = order.operation();
        boolean done = order.again() && operation != null && isDone(wiring.store(), tenant, operation, lead.id());
        return done ? applied(lead) : otherwise;
    }

    /** Whether an operation has done its work on a lead. */
    static boolean isDone(LeadStore store, TenantId tenant, OperationId operation, LeadId lead) {
        return !store.activities(tenant, operation.changeset(lead)).isEmpty();
    }

    static BulkOutcome unwritten(Wiring wiring, Step step, Lead lead) {
        if (step instanceof Step.Refused refused) {
            return new BulkOutcome.Refused(wiring.shown(refused.decision()).refusals());
        }
        return step instanceof Step.Merged merged
                ? new BulkOutcome.Merged(merged.survivor())
                : new BulkOutcome.Unchanged(wiring.shown(lead));
    }

    @Override
    public BulkOutcome missing(LeadId id) {
        return new BulkOutcome.NotFound();
    }

    /** What was done before is in the lead that was read; without an earlier run the store has only asked itself twice. */
    @Override
    public BulkOutcome committedBefore(Unit unit) {
        return applied(order.again() ? unit.before() : unit.lead());
    }

    @Override
    public BulkOutcome conflict(Unit unit, ConflictException conflict) {
        return outcome(conflict);
    }

    static BulkOutcome outcome(ConflictException conflict) {
        if (conflict instanceof StaleLeadException stale) {
            return new BulkOutcome.Stale(stale.expected(), stale.found());
        }
        if (conflict instanceof IdentityTakenException taken) {
            return new BulkOutcome.Taken(taken.holder());
        }
        throw conflict; // of a conversation, and none is written here
    }
}
