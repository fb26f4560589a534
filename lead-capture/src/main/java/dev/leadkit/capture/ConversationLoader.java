package dev.leadkit.capture;

import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.capture.LiveConversation.LiveSegment;
import dev.leadkit.capture.Pieces.Piece;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.identity.LeadPolicy;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StaleConversationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds a conversation from its beginning: what is stored of it, and what is new, part by part. A part whose lead was heard in
 * other conversations as well is the fold of all that belongs to the lead.
 */
final class ConversationLoader {
    private final LeadStore store;
    private final SessionKey key;
    private final Supplier<ConversationFold> newFold;
    private final LeadPolicy policy;
    private final Map<LeadId, Stands> standing = new HashMap<>();

    /**
     * The lead that stands for one that a part names: itself, or the one that it was merged into.
     *
     * @param closedAt when the last of them was closed; absent when none is
     */
    private record Stands(Lead lead, @Nullable Instant closedAt) {}

    ConversationLoader(LeadStore store, SessionKey key, Supplier<ConversationFold> newFold, LeadPolicy policy) {
        this.store = store;
        this.key = key;
        this.newFold = newFold;
        this.policy = policy;
    }

    /** What is stored of the conversation, nothing folded yet; nothing is known of one that is not stored. */
    static LiveConversation known(Optional<Transcript> stored) {
        var live = new LiveConversation(stored.map(Transcript::conversation).orElse(null));
        stored.ifPresent(transcript ->
                live.noteStored(transcript.messages(), transcript.conversation().marks()));
        return live;
    }

    /**
     * Folds into the parts of a live conversation that has none yet.
     *
     * @param attached the lead that a part without one belongs to; absent when it is to begin its own
     */
    void fold(
            LiveConversation live,
            Optional<Transcript> stored,
            List<ChatMessage> fresh,
            @Nullable Mark mark,
            @Nullable Lead attached) {
        Pieces pieces = read(live, stored, fresh, mark, attached, lead -> true);
        pieces.take();
        for (LiveSegment segment : live.segments) {
            segment.capturedInPart =
                    isShared(segment.lead) && !segment.fold.isCaptured() && pieces.isOneCaptured(segment, newFold);
        }
    }

    /**
     * Gives what is stored of a conversation its parts and folds nothing.
     *
     * @param whole of which leads to read the other conversations too
     * @return what the parts are to take
     */
    Pieces read(LiveConversation live, Optional<Transcript> stored, Predicate<Lead> whole) {
        return read(live, stored, List.of(), null, null, whole);
    }

    private Pieces read(
            LiveConversation live,
            Optional<Transcript> stored,
            List<ChatMessage> fresh,
            @Nullable Mark mark,
            @Nullable Lead attached,
            Predicate<Lead> whole) {
        standing.clear();
        List<ChatMessage> messages =
                new ArrayList<>(stored.map(Transcript::messages).orElse(List.of()));
        messages.addAll(fresh);
        List<Mark> marks = new ArrayList<>(
                stored.map(transcript -> transcript.conversation().marks()).orElse(List.of()));
        if (mark != null) {
            marks.add(mark);
        }
        addSegments(live, stored.map(Transcript::conversation), messages, marks, attached);
        List<Piece> pieces = new ArrayList<>();
        messages.forEach(message -> pieces.add(new Piece(live.at(message.at()), key.session(), message, null)));
        marks.forEach(one -> pieces.add(new Piece(live.at(one.at()), key.session(), null, one)));
        for (LiveSegment segment : live.segments) {
            if (segment.lead != null && whole.test(segment.lead)) {
                addOtherConversations(segment, segment.lead, pieces);
            }
        }
        return new Pieces(pieces);
    }

    private boolean isShared(@Nullable Lead lead) {
        return lead != null && lead.sessions().stream().anyMatch(session -> !session.equals(key.session()));
    }

    private void addOtherConversations(LiveSegment segment, Lead lead, List<Piece> pieces) {
        for (String session : lead.sessions()) {
            if (!session.equals(key.session())) {
                store.transcript(key.tenant(), session)
                        .ifPresent(transcript -> addPieces(segment, lead, transcript, pieces));
            }
        }
    }

    private void addPieces(LiveSegment segment, Lead lead, Transcript transcript, List<Piece> pieces) {
        Conversation conversation = transcript.conversation();
        for (ChatMessage message : transcript.messages()) {
            if (isOf(lead, conversation, message.at())) {
                pieces.add(new Piece(segment, conversation.session(), message, null));
            }
        }
        for (Mark mark : conversation.marks()) {
            if (isOf(lead, conversation, mark.at())) {
                pieces.add(new Piece(segment, conversation.session(), null, mark));
            }
        }
    }

    private boolean isOf(Lead lead, Conversation conversation, Instant at) {
        LeadId id = conversation.leadAt(at);
        return id != null && stands(conversation, id).lead().id().equals(lead.id());
    }

    private void addSegments(
            LiveConversation live,
            Optional<Conversation> stored,
            List<ChatMessage> messages,
            List<Mark> marks,
            @Nullable Lead attached) {
        Map<LeadId, LiveSegment> byLead = new LinkedHashMap<>();
        Instant closedAt = null;
        for (Conversation.Segment segment : stored.map(Conversation::segments).orElse(List.of())) {
            Stands stands = stands(stored.orElseThrow(), segment.lead());
            LiveSegment part =
                    byLead.computeIfAbsent(stands.lead().id(), id -> new LiveSegment(stands.lead(), newFold.get()));
            closedAt = stands.closedAt();
            live.begin(segment.after(), part);
        }
        if (byLead.isEmpty()) {
            live.begin(null, new LiveSegment(attached, newFold.get()));
        }
        // One that is closed has the first part, see LeadPolicy; the lead of what comes after it is not known yet.
        Lead next = byLead.isEmpty() ? null : attached;
        Lead current = live.current().lead;
        if (current == null || LiveConversation.isOpen(current)) {
            return;
        }
        Optional<LiveSegment> reopened = live.segments.stream()
                .filter(segment -> LiveConversation.isOpen(segment.lead))
                .findFirst();
        if (reopened.isEmpty() && !LiveConversation.isClosedByHand(current)) {
            return;
        }
        Instant closed = closedAt == null ? current.stageEnteredAt() : closedAt;
        Instant turned = reopened.map(segment -> segment.lead)
                .map(Lead::stageEnteredAt)
                .orElseGet(() -> policy.belongsUntil(closed));
        Instant last = live.boundaries.get(live.boundaries.size() - 1).after();
        Instant since = last != null && last.isAfter(turned) ? last : turned;
        Optional<Instant> wrote = firstAfter(
                since, messages.stream().filter(ChatMessage::isFromVisitor).map(ChatMessage::at));
        if (reopened.isPresent()) {
            if (wrote.or(() -> firstAfter(since, marks.stream().map(Mark::at))).isPresent()) {
                live.begin(since, reopened.get());
            }
        } else if (wrote.isPresent()) {
            live.begin(lastMark(marks, since, wrote.get()), new LiveSegment(next, newFold.get()));
        }
    }

    private static Optional<Instant> firstAfter(Instant since, Stream<Instant> instants) {
        return instants.filter(at -> at.isAfter(since)).min(Comparator.naturalOrder());
    }

    /** The last mark before the visitor wrote again, which is still one of the closed lead; the close, if there is none. */
    private static Instant lastMark(List<Mark> marks, Instant closed, Instant wrote) {
        return marks.stream()
                .map(Mark::at)
                .filter(at -> at.isAfter(closed) && at.isBefore(wrote))
                .max(Comparator.naturalOrder())
                .orElse(closed);
    }

    /** The leads of a conversation's parts, in their order. */
    Set<Lead> leads(Optional<Transcript> stored) {
        Set<Lead> leads = new LinkedHashSet<>();
        stored.map(Transcript::conversation)
                .ifPresent(conversation -> conversation
                        .segments()
                        .forEach(segment ->
                                leads.add(stands(conversation, segment.lead()).lead())));
        return leads;
    }

    /** A lead that is gone was erased since its conversation was read, and the conversation with it. */
    private Stands stands(Conversation read, LeadId id) {
        Stands known = standing.get(id);
        if (known != null) {
            return known;
        }
        Instant closedAt = null;
        for (LeadId next = id; ; ) {
            Lead lead = store.find(key.tenant(), next)
                    .orElseThrow(() -> new StaleConversationException(read.session(), read.version(), 0));
            if (lead.closed() && (closedAt == null || closedAt.isBefore(lead.stageEnteredAt()))) {
                closedAt = lead.stageEnteredAt();
            }
            if (lead.mergedInto() == null) {
                var stands = new Stands(lead, closedAt);
                standing.put(id, stands);
                return stands;
            }
            next = lead.mergedInto();
        }
    }
}
