package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.DocumentWrite;
import dev.leadkit.store.Changeset.LeadWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For stores: what stands in the way of a changeset, as a pure function of what is stored. A store that asks it, and
 * lets nobody write between the question and its own writing, tells the conflict that every other store would tell.
 */
public final class ConflictCheck {
    private final Changeset changeset;
    private final Stored stored;
    private final Map<LeadId, Set<Claim>> wanted = new LinkedHashMap<>();
    private final Map<Claim, List<LeadId>> claimants = new HashMap<>();

    /** What a store has of a changeset's tenant, as far as the changeset asks for it. */
    public interface Stored {
        /** The version of a conversation; 0 when there is none of this session. */
        long conversationVersion(String session);

        /** The version of a lead; 0 when there is none of this id. */
        long leadVersion(LeadId lead);

        /** The version of a document; 0 when there is none of this key. */
        long documentVersion(DocumentKey key);

        /** The lead that holds a claim; empty when it is free. */
        Optional<LeadId> holder(Claim claim);
    }

    private ConflictCheck(Changeset changeset, Stored stored) {
        this.changeset = changeset;
        this.stored = stored;
        for (LeadWrite write : changeset.leads()) {
            LeadId lead = write.lead().id();
            Set<Claim> its = Claim.of(write.after());
            wanted.put(lead, its);
            its.forEach(claim ->
                    claimants.computeIfAbsent(claim, free -> new ArrayList<>()).add(lead));
        }
    }

    /**
     * The first conflict: of the conversations, then of the leads, then of the documents, then of the claims, each in the
     * changeset's order.
     * Whether the changeset's id was applied before is not looked at; if so, nothing is a conflict.
     *
     * @return empty when nothing stands in the way
     */
    public static Optional<ConflictException> of(Changeset changeset, Stored stored) {
        var check = new ConflictCheck(changeset, stored);
        return check.staleConversation()
                .or(check::staleLead)
                .or(check::staleDocument)
                .or(check::takenClaim);
    }

    private Optional<ConflictException> staleConversation() {
        for (ConversationWrite write : changeset.conversations()) {
            String session = write.conversation().session();
            long found = stored.conversationVersion(session);
            if (found != write.expectedVersion()) {
                return Optional.of(new StaleConversationException(session, write.expectedVersion(), found));
            }
        }
        return Optional.empty();
    }

    private Optional<ConflictException> staleLead() {
        for (LeadWrite write : changeset.leads()) {
            LeadId lead = write.lead().id();
            long found = stored.leadVersion(lead);
            if (found != write.expectedVersion()) {
                return Optional.of(new StaleLeadException(lead, write.expectedVersion(), found));
            }
        }
        return Optional.empty();
    }

    private Optional<ConflictException> staleDocument() {
        for (DocumentWrite write : changeset.documents()) {
            long found = stored.documentVersion(write.key());
            if (found != write.expectedVersion()) {
                return Optional.of(new StaleDocumentException(write.key(), write.expectedVersion(), found));
            }
        }
        return Optional.empty();
    }

    private Optional<ConflictException> takenClaim() {
        for (var each : wanted.entrySet()) {
            for (Claim claim : each.getValue()) {
                Optional<LeadId> rival = rival(each.getKey(), claim);
                if (rival.isPresent()) {
                    return Optional.of(new IdentityTakenException(rival.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** A claim that another lead of the same changeset gives up is free, unless a third one wants it as well. */
    private Optional<LeadId> rival(LeadId lead, Claim claim) {
        return stored.holder(claim)
                .filter(holder -> !holder.equals(lead) && !isGivenUp(holder, claim))
                .or(() -> claimants.getOrDefault(claim, List.of()).stream()
                        .filter(other -> !other.equals(lead))
                        .findFirst());
    }

    private boolean isGivenUp(LeadId holder, Claim claim) {
        Set<Claim> kept = wanted.get(holder);
        return kept != null && !kept.contains(claim);
    }
}
