package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.DeskWork.Task;
import dev.leadkit.DeskWork.Unit;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.IdentityKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final Map<Claimed, LeadId> claimed = new HashMap<>();

    /** Which identity would be held in which pipeline. */
    private record Claimed(String pipeline, IdentityKey identity) {}

    /** @param task what is asked of each lead; absent when it is to be erased */
    PortionRehearsal(Wiring wiring, TenantId tenant, DeskWork work, @Nullable Task task) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.work = work;
        this.task = task;
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
            LeadId survivor = lead.mergedInto();
            return survivor == null ? new BulkOutcome.Erased() : new BulkOutcome.Merged(survivor);
        }
        Step step = task.decide(lead, now);
        if (!(step instanceof Step.Next next)) {
            return BulkDecider.unwritten(step, lead);
        }
        Unit unit = work.unit(next);
        return claim(unit.changeset().leads().get(0))
                .<BulkOutcome>map(BulkOutcome.Taken::new)
                .orElseGet(() -> new BulkOutcome.Applied(unit.lead()));
    }

    /** Takes what the lead would hold and does not yet; else gives the lead that stands in its way. */
    private Optional<LeadId> claim(LeadWrite write) {
        LeadState before = Objects.requireNonNull(write.before());
        Set<IdentityKey> wanted = new TreeSet<>(write.after().claims());
        wanted.removeAll(before.claims());
        for (IdentityKey key : wanted) {
            Optional<LeadId> holder = holder(write.lead(), key);
            if (holder.isPresent()) {
                return holder;
            }
        }
        wanted.forEach(key -> claimed.put(
                new Claimed(write.lead().pipeline(), key), write.lead().id()));
        return Optional.empty();
    }

    private Optional<LeadId> holder(Lead lead, IdentityKey key) {
        LeadId here = claimed.get(new Claimed(lead.pipeline(), key));
        if (here != null) {
            return Optional.of(here);
        }
        return wiring.store()
                .findByIdentity(tenant, lead.pipeline(), key)
                .filter(other -> LeadState.of(other, wiring.hasher()).claims().contains(key))
                .map(Lead::id)
                .filter(other -> !other.equals(lead.id()));
    }
}
