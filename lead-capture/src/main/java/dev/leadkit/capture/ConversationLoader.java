package dev.leadkit.capture;

import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.capture.LiveConversation.LiveSegment;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** Each kind of mark counts once, unless a person closed the lead since. */
    boolean isNews(Conversation stored, Mark mark) {
        Instant closedAt = closedByHandAt(leads(stored));
        return stored.marks().stream()
                .noneMatch(known -> known.kind() == mark.kind()
                        && (closedAt == null || known.at().isAfter(closedAt)));
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
                foldAt(live, marks.get(next).at()).add(marks.get(next));
            }
            foldAt(live, message.at()).add(message);
        }
        for (; next < marks.size(); next++) {
            foldAt(live, marks.get(next).at()).add(marks.get(next));
        }
    }

    private void addSegments(
            LiveConversation live, Optional<Conversation> stored, List<ChatMessage> messages, List<Mark> marks) {
        List<Lead> leads = stored.map(this::leads).orElse(List.of());
        for (int i = 0; i < leads.size(); i++) {
            Instant after = stored.orElseThrow().segments().get(i).after();
            live.segments.add(new LiveSegment(after, leads.get(i), newFold.get()));
        }
        Instant closedAt = closedByHandAt(leads);
        if (leads.isEmpty() || closedAt != null && isFollowed(messages, marks, closedAt)) {
            live.segments.add(new LiveSegment(closedAt, null, newFold.get()));
        }
    }

    private List<Lead> leads(Conversation conversation) {
        List<Lead> leads = new ArrayList<>();
        for (Conversation.Segment segment : conversation.segments()) {
            leads.add(store.find(key.tenant(), segment.lead())
                    .orElseThrow(() -> new IllegalStateException("the store lost lead " + segment.lead())));
        }
        return leads;
    }

    /** When a person closed the last lead; absent when it is open, or a rule closed it. */
    private static @Nullable Instant closedByHandAt(List<Lead> leads) {
        if (leads.isEmpty()) {
            return null;
        }
        Lead last = leads.get(leads.size() - 1);
        return last.closed() && last.pinned().contains(LeadField.STAGE) ? last.stageEnteredAt() : null;
    }

    /** Whether the visitor wrote, or somebody marked the conversation, after the lead was closed. */
    private static boolean isFollowed(List<ChatMessage> messages, List<Mark> marks, Instant closedAt) {
        return messages.stream()
                        .anyMatch(message ->
                                message.isFromVisitor() && message.at().isAfter(closedAt))
                || marks.stream().anyMatch(mark -> mark.at().isAfter(closedAt));
    }

    private static ConversationFold foldAt(LiveConversation live, Instant at) {
        ConversationFold found = live.segments.get(0).fold;
        for (LiveSegment segment : live.segments) {
            if (segment.after != null && at.isAfter(segment.after)) {
                found = segment.fold;
            }
        }
        return found;
    }
}
