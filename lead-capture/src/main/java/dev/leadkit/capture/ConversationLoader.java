package dev.leadkit.capture;

import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.capture.LiveConversation.LiveSegment;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StaleConversationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Folds a conversation from its beginning: what is stored of it, and what is new, segment by segment. */
final class ConversationLoader {
    private final LeadStore store;
    private final SessionKey key;
    private final Supplier<ConversationFold> newFold;

    ConversationLoader(LeadStore store, SessionKey key, Supplier<ConversationFold> newFold) {
        this.store = store;
        this.key = key;
        this.newFold = newFold;
    }

    /** What is stored of the conversation, nothing folded yet; nothing is known of one that is not stored. */
    static LiveConversation known(Optional<Transcript> stored) {
        var live = new LiveConversation(stored.map(Transcript::conversation).orElse(null));
        stored.ifPresent(transcript ->
                live.noteStored(transcript.messages(), transcript.conversation().marks()));
        return live;
    }

    /** Folds into the segments of a live conversation that has none yet. */
    void fold(LiveConversation live, Optional<Transcript> stored, List<ChatMessage> fresh, @Nullable Mark mark) {
        List<ChatMessage> messages =
                new ArrayList<>(stored.map(Transcript::messages).orElse(List.of()));
        messages.addAll(fresh);
        messages.sort(null);
        List<Mark> marks = new ArrayList<>(
                stored.map(transcript -> transcript.conversation().marks()).orElse(List.of()));
        if (mark != null) {
            marks.add(mark);
        }
        marks.sort(Comparator.comparing(Mark::at));
        addSegments(live, stored.map(Transcript::conversation), messages, marks);
        int next = 0;
        for (ChatMessage message : messages) {
            for (; next < marks.size() && marks.get(next).at().isBefore(message.at()); next++) {
                live.at(marks.get(next).at()).fold.add(marks.get(next));
            }
            live.at(message.at()).fold.add(message);
        }
        for (; next < marks.size(); next++) {
            live.at(marks.get(next).at()).fold.add(marks.get(next));
        }
    }

    private void addSegments(
            LiveConversation live, Optional<Conversation> stored, List<ChatMessage> messages, List<Mark> marks) {
        Map<LeadId, LiveSegment> byLead = new LinkedHashMap<>();
        for (Conversation.Segment segment : stored.map(Conversation::segments).orElse(List.of())) {
            LiveSegment part = byLead.computeIfAbsent(
                    segment.lead(), id -> new LiveSegment(lead(stored.orElseThrow(), id), newFold.get()));
            live.begin(segment.after(), part);
        }
        if (byLead.isEmpty()) {
            live.begin(null, new LiveSegment(null, newFold.get()));
            return;
        }
        Lead current = live.current().lead;
        if (current == null || LiveConversation.isOpen(current)) {
            return;
        }
        Optional<LiveSegment> reopened = live.segments.stream()
                .filter(segment -> LiveConversation.isOpen(segment.lead))
                .findFirst();
        Lead turning = reopened.map(segment -> segment.lead).orElse(current);
        if (reopened.isEmpty() && !LiveConversation.isClosedByHand(current)) {
            return;
        }
        Instant last = live.boundaries.get(live.boundaries.size() - 1).after();
        Instant since = last != null && last.isAfter(turning.stageEnteredAt()) ? last : turning.stageEnteredAt();
        if (isFollowed(messages, marks, since)) {
            live.begin(since, reopened.orElseGet(() -> new LiveSegment(null, newFold.get())));
        }
    }

    /** A lead that is gone was erased since its conversation was read, and the conversation with it. */
    private Lead lead(Conversation read, LeadId id) {
        return store.find(key.tenant(), id)
                .orElseThrow(() -> new StaleConversationException(read.session(), read.version(), 0));
    }

    /** Whether the visitor wrote, or somebody marked the conversation, after an instant. */
    private static boolean isFollowed(List<ChatMessage> messages, List<Mark> marks, Instant since) {
        return messages.stream()
                        .anyMatch(message ->
                                message.isFromVisitor() && message.at().isAfter(since))
                || marks.stream().anyMatch(mark -> mark.at().isAfter(since));
    }
}
