package dev.leadkit.store.memory;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What one tenant has. Guarded by the store's lock. */
final class TenantData {
    final Map<LeadId, LeadState> leads = new HashMap<>();
    final Map<LeadId, List<Activity>> timelines = new HashMap<>();
    final Map<String, Conversation> conversations = new HashMap<>();
    final Map<String, Map<String, ChatMessage>> messages = new HashMap<>();
    final Map<IdentityKey, Instant> suppressed = new HashMap<>();
    final NavigableMap<ErasureId, ErasureReceipt> receipts = new TreeMap<>();
    final TenantOutbox outbox = new TenantOutbox();
    private final Map<Claim, LeadId> claims = new HashMap<>();
    private final Set<ChangesetId> applied = new HashSet<>();

    private record Claim(String pipeline, IdentityKey identity) {}

    /** Checks everything, then writes everything. */
    CommitResult commit(Changeset changeset) {
        if (applied.contains(changeset.id())) {
            return CommitResult.REPEATED;
        }
        changeset.conversations().forEach(this::requireFresh);
        changeset.leads().forEach(this::requireFresh);
        changeset.leads().forEach(write -> requireUnclaimed(write, changeset));

        applied.add(changeset.id());
        changeset.leads().forEach(this::giveUpClaims);
        changeset.leads().forEach(this::write);
        changeset
                .activities()
                .forEach(activity -> timelines
                        .computeIfAbsent(activity.lead(), lead -> new ArrayList<>())
                        .add(activity));
        outbox.add(changeset);
        changeset
                .conversations()
                .forEach(write -> conversations.put(write.conversation().session(), write.conversation()));
        Set<CommitResult.SeenMessage> seenBefore = new HashSet<>();
        for (ChatMessage message : changeset.messages()) {
            var ofSession = messages.computeIfAbsent(message.session(), session -> new HashMap<>());
            if (ofSession.putIfAbsent(message.id(), message) != null) {
                seenBefore.add(new CommitResult.SeenMessage(message.session(), message.id()));
            }
        }
        return new CommitResult(false, seenBefore);
    }

    private void requireFresh(ConversationWrite write) {
        requireVersion(write.conversation().session(), write.expectedVersion());
    }

    private void requireFresh(LeadWrite write) {
        requireVersion(write.lead().id(), write.expectedVersion());
    }

    void requireVersion(String session, long expected) {
        Conversation stored = conversations.get(session);
        long found = stored == null ? 0 : stored.version();
        if (found != expected) {
            throw new StaleConversationException(session, expected, found);
        }
    }

    void requireVersion(LeadId lead, long expected) {
        LeadState stored = leads.get(lead);
        long found = stored == null ? 0 : stored.lead().version();
        if (found != expected) {
            throw new StaleLeadException(lead, expected, found);
        }
    }

    /** A claim that another lead of the same changeset gives up is free. */
    private void requireUnclaimed(LeadWrite write, Changeset changeset) {
        for (IdentityKey key : write.after().claims()) {
            LeadId holder = claims.get(new Claim(write.lead().pipeline(), key));
            if (holder != null
                    && !holder.equals(write.lead().id())
                    && !isGivenUp(holder, write.lead().pipeline(), key, changeset)) {
                throw new IdentityTakenException(holder);
            }
            for (LeadWrite other : changeset.leads()) {
                if (!other.lead().id().equals(write.lead().id())
                        && other.after().claims().contains(key)
                        && other.lead().pipeline().equals(write.lead().pipeline())) {
                    throw new IdentityTakenException(other.lead().id());
                }
            }
        }
    }

    private static boolean isGivenUp(LeadId holder, String pipeline, IdentityKey key, Changeset changeset) {
        return changeset.leads().stream()
                .anyMatch(write -> write.lead().id().equals(holder)
                        && !(write.after().claims().contains(key)
                                && write.lead().pipeline().equals(pipeline)));
    }

    private void giveUpClaims(LeadWrite write) {
        LeadState before = leads.get(write.lead().id());
        if (before != null) {
            giveUpClaims(before);
        }
    }

    private void giveUpClaims(LeadState state) {
        state.claims().forEach(key -> claims.remove(new Claim(state.lead().pipeline(), key)));
    }

    /** Takes out a lead that there must be, with its claims, and gives it as it was. */
    LeadState removeLead(LeadId id) {
        LeadState removed = Objects.requireNonNull(leads.remove(id));
        giveUpClaims(removed);
        return removed;
    }

    /** Takes out a lead's timeline and gives the number of its entries. */
    int removeTimeline(LeadId id) {
        List<Activity> removed = timelines.remove(id);
        return removed == null ? 0 : removed.size();
    }

    /** Takes out a conversation and gives the number of its messages. */
    int removeConversation(String session) {
        conversations.remove(session);
        Map<String, ChatMessage> removed = messages.remove(session);
        return removed == null ? 0 : removed.size();
    }

    private void write(LeadWrite write) {
        Lead lead = write.lead();
        leads.put(lead.id(), write.after());
        write.after().claims().forEach(key -> claims.put(new Claim(lead.pipeline(), key), lead.id()));
    }

    Optional<Lead> byIdentity(String pipeline, IdentityKey identity) {
        LeadId holder = claims.get(new Claim(pipeline, identity));
        LeadState claimant = holder == null ? null : leads.get(holder);
        if (claimant != null) {
            return Optional.of(claimant.lead());
        }
        return leads.values().stream()
                .filter(stored -> stored.identities().contains(identity))
                .map(LeadState::lead)
                .filter(lead -> lead.pipeline().equals(pipeline) && !lead.withdrawn())
                .max(Comparator.comparing((Lead lead) -> !lead.closed())
                        .thenComparing(Lead::createdAt)
                        .thenComparing(Lead::id));
    }

    List<Lead> matching(LeadFilter filter) {
        return leads.values().stream()
                .map(LeadState::lead)
                .filter(filter::matches)
                .toList();
    }
}
