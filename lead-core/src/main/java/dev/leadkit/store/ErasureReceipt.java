package dev.leadkit.store;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What proves that an erasure was carried out. It holds nothing by which the person could be known again, and a store
 * keeps it.
 *
 * @param at when it was ordered
 * @param actor who ordered it
 * @param cause what it was ordered for, such as the host's ticket
 * @param leads the ids of the leads that are gone, sorted
 * @param counts how many rows of each kind are gone; a kind that is not in it had none
 */
public record ErasureReceipt(
        ErasureId id,
        TenantId tenant,
        Instant at,
        Actor actor,
        Cause cause,
        Set<LeadId> leads,
        Map<Kind, Integer> counts) {

    /** What can be erased. There may be more of them in a later release. */
    public enum Kind {
        LEAD,
        /** An identity by which a lead was known. */
        IDENTITY,
        /** An entry of a timeline. */
        ACTIVITY,
        CONVERSATION,
        MESSAGE,
        /** What an endpoint had not got yet. */
        OUTBOX_ENTRY
    }

    public ErasureReceipt {
        leads = Collections.unmodifiableSet(new TreeSet<>(leads));
        Map<Kind, Integer> some = new EnumMap<>(Kind.class);
        counts.forEach((kind, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("counts must be 0 or more, was %d of %s".formatted(count, kind));
            }
            if (count > 0) {
                some.put(kind, count);
            }
        });
        counts = Collections.unmodifiableMap(some);
    }

    /** How many rows of a kind are gone; 0 or more. */
    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
