package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.plan.QuotaExceededException;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ConflictException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Moves leads one after the other where places in stages are counted. */
final class BulkInTurn implements PortionWork<BulkOutcome> {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Function<Lead, Step> move;
    private final @Nullable OperationId operation;

    /**
     * @param move moves a lead that was read, and tells what became of it
     * @param operation which moves each lead once; absent when nothing is kept of it
     */
    BulkInTurn(Wiring wiring, TenantId tenant, Function<Lead, Step> move, @Nullable OperationId operation) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.move = move;
        this.operation = operation;
    }

    @Override
    public Map<LeadId, BulkOutcome> on(PortionOfLeads portion, List<Changeset> record, boolean again) {
        record.forEach(wiring.store()::commit);
        Map<LeadId, Lead> stored = portion.stored(wiring.store(), tenant);
        Map<LeadId, BulkOutcome> outcomes = new HashMap<>();
        for (LeadId id : portion.ids()) {
            Lead lead = stored.get(id);
            outcomes.put(id, lead == null ? new BulkOutcome.NotFound() : attempt(lead, again));
        }
        return outcomes;
    }

    private BulkOutcome attempt(Lead seen, boolean again) {
        if (again && operation != null && BulkDecider.isDone(wiring.store(), tenant, operation, seen.id())) {
            return new BulkOutcome.Applied(wiring.shown(seen));
        }
        try {
            Step step = move.apply(seen);
            return step instanceof Step.Next next
                    ? new BulkOutcome.Applied(wiring.shown(next.after()))
                    : BulkDecider.unwritten(wiring, step, seen);
        } catch (ConflictException conflict) {
            return BulkDecider.outcome(conflict);
        } catch (NotPermittedException forbidden) {
            return new BulkOutcome.Refused(List.of(DeskGate.refusal(forbidden.what())));
        } catch (QuotaExceededException exceeded) {
            return new BulkOutcome.Refused(List.of(QuotaLeft.refusal(exceeded)));
        }
    }
}
