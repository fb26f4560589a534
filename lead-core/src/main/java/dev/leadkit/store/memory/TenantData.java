package dev.leadkit.store.memory;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.DocumentWrite;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.Claim;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.ConflictCheck;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
final class TenantData implements ConflictCheck.Stored {
    /** As every database has them: UTF-8 has the order of the code points. */
    private static final Comparator<DocumentKey> DOCUMENTS = Comparator.comparing(DocumentKey::kind)
            .thenComparing(key -> key.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    final Map<LeadId, LeadState> leads = new HashMap<>();
    final Map<LeadId, List<Activity>> timelines = new HashMap<>();
    final Map<String, Conversation> conversations = new HashMap<>();
    final Map<String, Map<String, ChatMessage>> messages = new HashMap<>();
    final Map<IdentityKey, Instant> suppressed = new HashMap<>();
    final NavigableMap<ErasureId, ErasureReceipt> receipts = new TreeMap<>();
    final NavigableMap<DocumentKey, Document> documents = new TreeMap<>(DOCUMENTS);
    final TenantOutbox outbox = new TenantOutbox();
    private final Map<Claim, LeadId> claims = new HashMap<>();
    private final Map<ChangesetId, List<LeadId>> applied = new HashMap<>();

    /** Checks everything, then writes everything. */
    CommitResult commit(Changeset changeset) {
        if (applied.containsKey(changeset.id())) {
            return CommitResult.REPEATED;
        }
        ConflictCheck.of(changeset, this).ifPresent(conflict -> {
            throw conflict;
        });

        applied.put(
                changeset.id(),
                changeset.leads().stream()
                        .map(write -> write.lead().id())
                        .sorted()
                        .toList());
        changeset.leads().forEach(this::giveUpClaims);
        changeset.leads().forEach(this::write);
        changeset
                .activities()
                .forEach(activity -> timelines
                        .computeIfAbsent(activity.lead(), lead -> new ArrayList<>())
                        .add(activity));
        outbox.add(changeset);
        changeset.documents().forEach(document -> write(changeset, document));
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

    private void write(Changeset changeset, DocumentWrite write) {
        if (write.text() == null) {
            documents.remove(write.key());
        } else {
            documents.put(
                    write.key(),
                    new Document(
                            write.key(), write.expectedVersion() + 1, write.text(), changeset.at(), changeset.actor()));
        }
    }

    /** What an applied changeset did to the leads that it wrote. */
    List<Activity> activities(ChangesetId changeset) {
        return applied.getOrDefault(changeset, List.of()).stream()
                .flatMap(lead -> timelines.getOrDefault(lead, List.of()).stream())
                .filter(activity -> activity.changeset().equals(changeset))
                .toList();
    }

    void requireVersion(String session, long expected) {
        long found = conversationVersion(session);
        if (found != expected) {
            throw new StaleConversationException(session, expected, found);
        }
    }

    void requireVersion(LeadId lead, long expected) {
        long found = leadVersion(lead);
        if (found != expected) {
            throw new StaleLeadException(lead, expected, found);
        }
    }

    @Override
    public long conversationVersion(String session) {
        Conversation stored = conversations.get(session);
        return stored == null ? 0 : stored.version();
    }

    @Override
    public long leadVersion(LeadId lead) {
        LeadState stored = leads.get(lead);
        return stored == null ? 0 : stored.lead().version();
    }

    @Override
    public long documentVersion(DocumentKey key) {
        Document stored = documents.get(key);
        return stored == null ? 0 : stored.version();
    }

    @Override
    public Optional<LeadId> holder(Claim claim) {
        return Optional.ofNullable(claims.get(claim));
    }

    private void giveUpClaims(LeadWrite write) {
        LeadState before = leads.get(write.lead().id());
        if (before != null) {
            Claim.of(before).forEach(claims::remove);
        }
    }

    /** Takes out a lead that there must be, with its claims, and gives it as it was. */
    LeadState removeLead(LeadId id) {
        LeadState removed = Objects.requireNonNull(leads.remove(id));
        Claim.of(removed).forEach(claims::remove);
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
        LeadId lead = write.lead().id();
        leads.put(lead, write.after());
        Claim.of(write.after()).forEach(claim -> claims.put(claim, lead));
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
