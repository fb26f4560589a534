package dev.leadkit.access;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import java.util.Set;

/**
 * Who may see and do what, by the host's roles. Held by every desk, in its lists, boards, counts, figures and single leads
 * alike. Asked with every call: answer from memory, and from several threads.
 *
 * <pre>{@code
 * LeadFilter.anyOf(List.of(LeadFilter.all().assignedTo("ann"), LeadFilter.all().assignedToNobody())) // hers, and nobody's
 * }</pre>
 *
 * <p>It binds people and programs at a desk. What capture rules do to a conversation's lead, they do as the system.
 */
public interface AccessPolicy {
    /** Everybody may see and do everything. */
    AccessPolicy EVERYTHING = new AccessPolicy() {
        @Override
        public LeadFilter visible(TenantId tenant, Actor actor) {
            return LeadFilter.all();
        }

        @Override
        public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
            return Set.of();
        }

        @Override
        public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
            return true;
        }
    };

    /**
     * Which leads there are for an actor. Any other is to him as if it did not exist. It is a part of each query, so that
     * no count tells what a list hides; so it must not search for a text. A lead that was merged into another is seen by
     * whoever sees that one.
     */
    LeadFilter visible(TenantId tenant, Actor actor);

    /** What an actor does not see of any lead, see {@link HiddenField}. What is hidden can't be set either. */
    Set<HiddenField> hidden(TenantId tenant, Actor actor);

    /** Whether an actor may do something. Not asked of what he can't see. */
    boolean permits(TenantId tenant, Actor actor, AccessRequest request);
}
