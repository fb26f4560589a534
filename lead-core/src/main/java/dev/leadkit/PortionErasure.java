package dev.leadkit;

import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.privacy.PersonalData;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrderBuilder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadNotFoundException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Erases leads one by one, each with what belongs to it. Used for all portions of one bulk. */
final class PortionErasure implements PortionWork<BulkOutcome> {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final Cause cause;
    private final @Nullable LeadFilter filter;
    private final OperationId operation;

    /** Leads that went with others, and may be asked for themselves later. */
    private final Set<LeadId> gone = new HashSet<>();

    /**
     * @param filter which a lead must still pass; absent when any will do
     * @param operation which erases each lead once
     */
    PortionErasure(
            Wiring wiring,
            TenantId tenant,
            Actor actor,
            Cause cause,
            @Nullable LeadFilter filter,
            OperationId operation) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.cause = cause;
        this.filter = filter;
        this.operation = operation;
        wiring.store().capabilities().requireErasure();
    }

    @Override
    public Map<LeadId, BulkOutcome> on(PortionOfLeads portion, List<Changeset> record, boolean again) {
        record.forEach(wiring.store()::commit);
        Map<LeadId, BulkOutcome> outcomes = new HashMap<>();
        for (LeadId id : portion.ids()) {
            outcomes.put(id, erase(id, again));
        }
        return outcomes;
    }

    private BulkOutcome erase(LeadId id, boolean again) {
        var its = new ErasureId(operation.unit(id));
        Lead lead = wiring.store().find(tenant, id).orElse(null);
        if (lead == null) {
            return gone.remove(id) || again && wasErased(id, its)
                    ? new BulkOutcome.Erased()
                    : new BulkOutcome.NotFound();
        }
        LeadId survivor = lead.mergedInto();
        if (survivor != null) {
            return new BulkOutcome.Merged(survivor);
        }
        if (filter != null && !filter.matches(lead)) {
            return new BulkOutcome.Unmatched(wiring.shown(lead));
        }
        List<Refusal> forbidden = forbidden(wiring, lead);
        if (!forbidden.isEmpty()) {
            return new BulkOutcome.Refused(forbidden);
        }
        try {
            isGone(id, data(its).erase(Set.of(id), cause));
            return new BulkOutcome.Erased();
        } catch (LeadNotFoundException meanwhile) {
            return new BulkOutcome.NotFound();
        } catch (NotPermittedException another) { // one that would go with it
            return new BulkOutcome.Refused(List.of(DeskGate.refusal(another.what())));
        }
    }

    static List<Refusal> forbidden(Wiring wiring, Lead lead) {
        return wiring.forbidden(AccessRequest.on(AccessAction.PERSONAL_DATA, lead, "erase"));
    }

    private boolean wasErased(LeadId id, ErasureId its) {
        Optional<ErasureReceipt> receipt =
                wiring.store().capabilities().requireErasure().receipt(tenant, its);
        receipt.ifPresent(of -> isGone(id, of));
        return receipt.isPresent();
    }

    private void isGone(LeadId id, ErasureReceipt receipt) {
        gone.addAll(receipt.leads());
        gone.remove(id);
    }

    private PersonalData data(ErasureId id) {
        return new PersonalData(
                wiring.store(),
                tenant,
                wiring.hasher(),
                () -> new ErasureOrderBuilder(id, tenant, wiring.now(), actor, wiring.hasher()));
    }
}
