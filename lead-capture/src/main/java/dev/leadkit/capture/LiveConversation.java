package dev.leadkit.capture;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Mark;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with its folds, as the engine keeps it at hand between messages. Guarded by the engine's lock for its
 * session; thrown away when a commit fails.
 */
final class LiveConversation {
    /** The stored conversation; absent as long as nothing of it is stored. */
    @Nullable
    Conversation stored;

    final List<LiveSegment> segments = new ArrayList<>();
    private final Set<String> messageIds = new HashSet<>();
    private @Nullable ChatMessage lastMessage;
    private @Nullable Instant lastMark;
    private long size;

    /** One segment: its lead as it is stored, if it has one, and what its messages come to. */
    static final class LiveSegment {
        final @Nullable Instant after;

        @Nullable
        Lead lead;

        final ConversationFold fold;

        LiveSegment(@Nullable Instant after, @Nullable Lead lead, ConversationFold fold) {
            this.after = after;
            this.lead = lead;
            this.fold = fold;
        }
    }

    LiveConversation(@Nullable Conversation stored) {
        this.stored = stored;
    }

    LiveSegment current() {
        return segments.get(segments.size() - 1);
    }

    boolean knows(ChatMessage message) {
        return messageIds.contains(message.id());
    }

    /** Whether messages may simply be added to the fold, because nothing was closed and nothing comes after them. */
    boolean continuesWith(List<ChatMessage> fresh) {
        Lead lead = current().lead;
        boolean closedByHand = lead != null && lead.closed() && lead.pinned().contains(LeadField.STAGE);
        if (fresh.isEmpty() || closedByHand || segments.size() > 1) {
            return false;
        }
        ChatMessage first = fresh.get(0);
        return (lastMessage == null || lastMessage.compareTo(first) < 0)
                && (lastMark == null || lastMark.isBefore(first.at()));
    }

    /** Whether one of the messages has its place before one that is known. */
    boolean isLate(Collection<ChatMessage> fresh) {
        ChatMessage last = lastMessage;
        Instant mark = lastMark;
        return fresh.stream()
                .anyMatch(message ->
                        last != null && last.compareTo(message) > 0 || mark != null && !mark.isBefore(message.at()));
    }

    void noteStored(Collection<ChatMessage> messages, Collection<Mark> marks) {
        for (ChatMessage message : messages) {
            messageIds.add(message.id());
            size += message.text().length() + 200L;
            if (lastMessage == null || lastMessage.compareTo(message) < 0) {
                lastMessage = message;
            }
        }
        for (Mark mark : marks) {
            if (lastMark == null || lastMark.isBefore(mark.at())) {
                lastMark = mark.at();
            }
        }
    }

    /** About how many bytes it takes. */
    int weight() {
        return (int) Math.min(Integer.MAX_VALUE, 2000 + 2 * size);
    }
}
