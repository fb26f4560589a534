package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ConflictException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves leads one after the other into a stage whose places are counted. */
final class BulkInTurn implements PortionWork<BulkOutcome> {
    private final Wiring wiring;
    private final TenantId tenant;
    private final DeskMoves moves;
    private final BulkAction.Transition move;
    private final @Nullable OperationId operation;

    /**
     * @param moves in whose units each lead is moved
     * @param operation which moves each lead once; absent when nothing is kept of it
     */
    BulkInTurn(
            Wiring wiring,
            TenantId tenant,
            DeskMoves moves,
            BulkAction.Transition move,
            @Nullable OperationId operation) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.moves = moves;
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
            Step step = moves.attempt(seen, move.to(), move.reason());
            return step instanceof Step.Next next
                    ? new BulkOutcome.Applied(wiring.shown(next.after()))
                    : BulkDecider.unwritten(wiring, step, seen);
        } catch (ConflictException conflict) {
            return BulkDecider.outcome(conflict);
        } catch (NotPermittedException forbidden) {
            return new BulkOutcome.Refused(List.of(DeskGate.refusal(forbidden.what())));
        }
    }
}
