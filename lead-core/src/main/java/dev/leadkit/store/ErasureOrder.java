package dev.leadkit.store;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadState;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a store is to erase, as a value: the leads and conversations of a person as they were read, and the identities by
 * which he must not come back. Made with {@link ErasureOrderBuilder}.
 *
 * <p>A conversation is one visitor's, so it goes with all leads that it led to or not at all.
 *
 * @param at when it was ordered, by the kit's clock
 * @param actor who ordered it
 * @param cause what it was ordered for, without personal data: it stands in the receipt, which stays
 * @param leads as they are stored, at the versions that must still be there
 * @param conversations likewise
 * @param suppressed the keys of the identities that are suppressed from now on
 * @param suppressedUntil a message that was sent then or before, over a suppressed session, is a message of the erased
 */
public record ErasureOrder(
        ErasureId id,
        TenantId tenant,
        Instant at,
        Actor actor,
        Cause cause,
        List<LeadState> leads,
        List<Conversation> conversations,
        Set<IdentityKey> suppressed,
        Instant suppressedUntil) {

    /**
     * @throws IllegalArgumentException if a lead or a conversation is of another tenant or stands in it twice, or if a
     *     conversation led to a lead that is not in it
     */
    public ErasureOrder {
        at = Input.instant("erasure.at", at);
        suppressedUntil = Input.instant("erasure.suppressedUntil", suppressedUntil);
        Input.id("erasure.cause.code", cause.code());
        Input.id("erasure.cause.ref", cause.ref());
        leads = List.copyOf(leads);
        conversations = List.copyOf(conversations);
        suppressed = Collections.unmodifiableSet(new TreeSet<>(suppressed));
        requireConsistent(tenant, leads, conversations);
    }

    private static void requireConsistent(TenantId tenant, List<LeadState> leads, List<Conversation> conversations) {
        Set<LeadId> ids = new HashSet<>();
        for (LeadState state : leads) {
            require(state.lead().tenant().equals(tenant), "all leads must belong to the tenant");
            require(ids.add(state.lead().id()), "a lead may be erased once in an order");
        }
        Set<String> sessions = new HashSet<>();
        for (Conversation conversation : conversations) {
            require(conversation.tenant().equals(tenant), "all conversations must belong to the tenant");
            require(sessions.add(conversation.session()), "a conversation may be erased once in an order");
            for (Conversation.Segment segment : conversation.segments()) {
                require(
                        ids.contains(segment.lead()),
                        "a conversation must be erased with all its leads, lead %s is missing"
                                .formatted(segment.lead()));
            }
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /** The ids of the leads. */
    public Set<LeadId> leadIds() {
        Set<LeadId> ids = new TreeSet<>();
        leads.forEach(state -> ids.add(state.lead().id()));
        return ids;
    }
}
