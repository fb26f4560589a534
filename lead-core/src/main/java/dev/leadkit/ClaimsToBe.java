package dev.leadkit;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.Claim;
import dev.leadkit.store.IdentityKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who would hold which identity if some leads were written, one after the other: what a store's constraints would say, asked
 * before. It holds those identities and nothing else. Not safe to share.
 */
final class ClaimsToBe {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Map<Claim, LeadId> taken = new HashMap<>();

    ClaimsToBe(Wiring wiring, TenantId tenant) {
        this.wiring = wiring;
        this.tenant = tenant;
    }

    /** Takes what the lead would hold and does not yet, which is all in another pipeline; else gives the lead that stands in its way. */
    Optional<LeadId> claim(LeadWrite write) {
        LeadState before = Objects.requireNonNull(write.before());
        Set<IdentityKey> wanted = new TreeSet<>(write.after().claims());
        if (before.lead().pipeline().equals(write.lead().pipeline())) {
            wanted.removeAll(before.claims());
        }
        for (IdentityKey key : wanted) {
            Optional<LeadId> holder = holder(write.lead(), key);
            if (holder.isPresent()) {
                return holder;
            }
        }
        String pipeline = write.lead().pipeline();
        wanted.forEach(key -> taken.put(new Claim(pipeline, key), write.lead().id()));
        return Optional.empty();
    }

    private Optional<LeadId> holder(Lead lead, IdentityKey key) {
        LeadId here = taken.get(new Claim(lead.pipeline(), key));
        if (here != null) {
            return Optional.of(here);
        }
        return wiring.everyLead()
                .findByIdentity(tenant, lead.pipeline(), key)
                .filter(other -> LeadState.of(other, wiring.hasher()).claims().contains(key))
                .map(Lead::id)
                .filter(other -> !other.equals(lead.id()));
    }
}
