package dev.leadkit.store;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes an erasure's order from what was read of a person: every identity of his is suppressed, until the order or, where
 * a channel's clock is ahead of ours, until the last that was heard of him. Not safe to share.
 */
public final class ErasureOrderBuilder {
    private final ErasureId id;
    private final TenantId tenant;
    private final Instant at;
    private final Actor actor;
    private final IdentityHasher hasher;
    private final List<LeadState> leads = new ArrayList<>();
    private final List<Conversation> conversations = new ArrayList<>();
    private final Set<IdentityKey> suppressed = new TreeSet<>();
    private Instant suppressedUntil;
    private boolean sessionsOnly;

    /** @param at when it is ordered, by the kit's clock */
    public ErasureOrderBuilder(ErasureId id, TenantId tenant, Instant at, Actor actor, IdentityHasher hasher) {
        this.id = id;
        this.tenant = tenant;
        this.at = at;
        this.actor = actor;
        this.hasher = hasher;
        this.suppressedUntil = at;
    }

    /** When it is ordered. */
    public Instant at() {
        return at;
    }

    /**
     * Of the leads that are added from now on, suppresses the sessions alone: so that no late message brings them back, and
     * nothing is kept of persons who did not ask for anything.
     */
    public ErasureOrderBuilder sessionsOnly() {
        sessionsOnly = true;
        return this;
    }

    /** Adds a lead as it is stored, and suppresses its identities and sessions. */
    public ErasureOrderBuilder lead(Lead lead) {
        LeadState state = LeadState.of(lead, hasher);
        leads.add(state);
        if (!sessionsOnly) {
            suppressed.addAll(state.identities());
        }
        lead.sessions().forEach(this::session);
        suppressUntil(lead.lastActivityAt());
        return this;
    }

    /** Adds a conversation as it is stored, and suppresses its session. */
    public ErasureOrderBuilder conversation(Transcript transcript) {
        conversations.add(transcript.conversation());
        transcript.messages().stream().map(ChatMessage::at).forEach(this::suppressUntil);
        return session(transcript.conversation().session());
    }

    /** Suppresses a session of which nothing is stored. */
    public ErasureOrderBuilder session(String session) {
        suppressed.add(hasher.key(Identity.session(session)));
        return this;
    }

    private void suppressUntil(Instant last) {
        suppressedUntil = last.isAfter(suppressedUntil) ? last : suppressedUntil;
    }

    /**
     * @param cause what it is ordered for, without personal data
     * @throws IllegalArgumentException if a conversation led to a lead that was not added, see {@link ErasureOrder}
     */
    public ErasureOrder build(Cause cause) {
        return new ErasureOrder(id, tenant, at, actor, cause, leads, conversations, suppressed, suppressedUntil);
    }
}
