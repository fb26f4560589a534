package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.DeskWork.Task;
import dev.leadkit.DeskWork.Unit;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.Changeset;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a bulk would do and writes nothing. Used for all portions of one bulk, because a lead that would open again
 * would stand in the way of later ones of the same visitor; their identities are all that is held.
 */
final class PortionRehearsal implements PortionWork<BulkOutcome> {
    private final Wiring wiring;
    private final TenantId tenant;
    private final DeskWork work;
    private final @Nullable Task task;
    private final ClaimsToBe claims;
    private final PlacesToBe places;
    private final QuotaLeft quotas;

    /**
     * @param task what is asked of each lead; absent when it is to be erased
     * @param places by which the task knows how full stages would be
     */
    PortionRehearsal(Wiring wiring, TenantId tenant, DeskWork work, @Nullable Task task, PlacesToBe places) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.work = work;
        this.task = task;
        this.places = places;
        this.claims = new ClaimsToBe(wiring, tenant);
        this.quotas = wiring.quotaLeft();
    }

    @Override
    public Map<LeadId, BulkOutcome> on(PortionOfLeads portion, List<Changeset> record, boolean again) {
        Map<LeadId, Lead> stored = portion.stored(wiring.store(), tenant);
        Instant now = wiring.now();
        Map<LeadId, BulkOutcome> outcomes = new HashMap<>();
        for (LeadId id : portion.ids()) {
            Lead lead = stored.get(id);
            outcomes.put(id, lead == null ? new BulkOutcome.NotFound() : decide(lead, now));
        }
        return outcomes;
    }

    private BulkOutcome decide(Lead lead, Instant now) {
        if (task == null) {
            return erased(lead);
        }
        Step step = task.decide(lead, now);
        if (!(step instanceof Step.Next next)) {
            return BulkDecider.unwritten(wiring, step, lead);
        }
        Unit unit = work.unit(next);
        List<Refusal> against = wiring.against(unit.changeset(), quotas);
        if (!against.isEmpty()) {
            return new BulkOutcome.Refused(against);
        }
        Optional<LeadId> holder = claims.claim(unit.changeset().leads().get(0));
        if (holder.isPresent()) {
            quotas.giveBack(unit.changeset());
            return new BulkOutcome.Taken(holder.get());
        }
        boolean isMove = !lead.stage().equals(unit.lead().stage())
                || !lead.pipeline().equals(unit.lead().pipeline());
        if (isMove) {
            places.come(unit.lead());
        }
        return new BulkOutcome.Applied(wiring.shown(unit.lead()));
    }

    private BulkOutcome erased(Lead lead) {
        LeadId survivor = lead.mergedInto();
        if (survivor != null) {
            return new BulkOutcome.Merged(survivor);
        }
        List<Refusal> forbidden = PortionErasure.forbidden(wiring, lead);
        return forbidden.isEmpty() ? new BulkOutcome.Erased() : new BulkOutcome.Refused(forbidden);
    }
}
