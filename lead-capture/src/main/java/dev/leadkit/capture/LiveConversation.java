package dev.leadkit.capture;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Withheld;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with its folds, as the engine keeps it at hand between messages. Guarded by the engine's lock for its
 * session; thrown away when a commit fails.
 */
final class LiveConversation {
    /** The stored conversation; absent as long as nothing of it is stored. */
    @Nullable
    Conversation stored;

    /** The version at which it begins, where nothing of it is stored. */
    long firstVersion = 1;

    /** The parts of the conversation, each with its lead if it has one. A reopened lead takes up its old part again. */
    final List<LiveSegment> segments = new ArrayList<>();

    /** Which part messages belong to, from when on; those that are stored come first. */
    final List<Boundary> boundaries = new ArrayList<>();

    private final Set<String> messageIds = new HashSet<>();
    private final TreeSet<ChatMessage> statements = new TreeSet<>();
    private final Map<Identity, ChatMessage> firstByIdentity = new HashMap<>();
    private boolean holdsWithheld;
    private @Nullable ChatMessage firstMessage;
    private @Nullable ChatMessage lastMessage;
    private @Nullable Instant lastMark;
    private long size;

    /** From when on messages belong to a part; absent for the first, which begins with the conversation. */
    record Boundary(@Nullable Instant after, LiveSegment segment) {}

    /** One part: its lead as it is stored, if it has one, and what its messages come to. */
    static final class LiveSegment {
        @Nullable
        Lead lead;

        final ConversationFold fold;

        /** Whether one of its conversations is captured when it is taken alone, though all together are not. */
        boolean capturedInPart;

        LiveSegment(@Nullable Lead lead, ConversationFold fold) {
            this.lead = lead;
            this.fold = fold;
        }

        /** Whether it is to be a lead. What was said in one conversation takes back no capture of another. */
        boolean isCaptured() {
            return capturedInPart || fold.isCaptured();
        }
    }

    LiveConversation(@Nullable Conversation stored) {
        this.stored = stored;
    }

    /** Adds a boundary, and its part where it is new. */
    void begin(@Nullable Instant after, LiveSegment segment) {
        boundaries.add(new Boundary(after, segment));
        if (!segments.contains(segment)) {
            segments.add(segment);
        }
    }

    /** The part to which new messages belong. */
    LiveSegment current() {
        return boundaries.get(boundaries.size() - 1).segment();
    }

    /** The part to which a message or mark of an instant belongs. */
    LiveSegment at(Instant at) {
        LiveSegment found = boundaries.get(0).segment();
        for (Boundary boundary : boundaries) {
            if (boundary.after() != null && at.isAfter(boundary.after())) {
                found = boundary.segment();
            }
        }
        return found;
    }

    /** The leads of its parts, as they were stored when it was read or written. */
    List<Lead> leads() {
        List<Lead> leads = new ArrayList<>();
        for (LiveSegment segment : segments) {
            if (segment.lead != null) {
                leads.add(segment.lead);
            }
        }
        return leads;
    }

    /** Whether all its messages were read whole. */
    boolean isReadWhole() {
        return segments.stream().allMatch(segment -> segment.fold.isReadWhole());
    }

    /** Whether folding anew would find what an extractor or detector lost that failed. */
    boolean wouldFindMore() {
        return segments.stream().anyMatch(segment -> segment.fold.wouldFindMore());
    }

    /** Whether another lead of the conversation than this part's is being worked on. */
    boolean isAnotherOpen(LiveSegment than) {
        return segments.stream().anyMatch(segment -> segment != than && isOpen(segment.lead));
    }

    static boolean isOpen(@Nullable Lead lead) {
        return lead != null && !lead.closed() && !lead.withdrawn();
    }

    /** Whether it was closed at the desk, so that what follows begins another lead; a rule's close does not. */
    static boolean isClosedByHand(@Nullable Lead lead) {
        return lead != null && lead.closed() && lead.pinned().contains(LeadField.STAGE);
    }

    boolean knows(String message) {
        return messageIds.contains(message);
    }

    /** Whether it has messages without their text, whose ids are not the channel's. */
    boolean holdsWithheld() {
        return holdsWithheld;
    }

    /** The stored messages that say something of mode or consent, in their order. */
    SortedSet<ChatMessage> statements() {
        return statements;
    }

    /** Whether messages may simply be added to the current fold: nothing comes after them, nothing else may be due. */
    boolean continuesWith(List<ChatMessage> fresh) {
        Lead lead = current().lead;
        if (fresh.isEmpty() || isClosedByHand(lead) || segments.size() > 1 && !isOpen(lead)) {
            return false;
        }
        if (lead != null && lead.sessions().size() > 1) {
            return false; // its other conversations may have gone on
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

    /** Whether there is an earlier message, and one by each of the identities of him who sent this one. */
    boolean isPreceded(ChatMessage message) {
        return isBefore(firstMessage, message)
                && VouchedIdentities.of(message).stream()
                        .allMatch(identity -> isBefore(firstByIdentity.get(identity), message));
    }

    private static boolean isBefore(@Nullable ChatMessage known, ChatMessage message) {
        return known != null && known.compareTo(message) < 0;
    }

    /** A mark as one that is made after all known messages, also where the clock of their channel is ahead of ours. */
    Mark afterAllKnown(Mark mark) {
        return lastMessage == null || !lastMessage.at().isAfter(mark.at())
                ? mark
                : new Mark(mark.kind(), mark.actor(), lastMessage.at(), mark.reason());
    }

    void noteStored(Collection<ChatMessage> messages, Collection<Mark> marks) {
        for (ChatMessage message : messages) {
            messageIds.add(message.id());
            if (!message.attributes().isEmpty()) {
                noteAttributes(message);
            }
            size += message.text().length() + 200L;
            if (firstMessage == null || firstMessage.compareTo(message) > 0) {
                firstMessage = message;
            }
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

    private void noteAttributes(ChatMessage message) {
        holdsWithheld |= Withheld.of(message).isPresent();
        if (isStatement(message)) {
            statements.add(message);
        }
        for (Identity identity : VouchedIdentities.of(message)) {
            firstByIdentity.merge(identity, message, BinaryOperator.minBy(Comparator.naturalOrder()));
        }
    }

    /** Whether a message states mode or consent. */
    static boolean isStatement(ChatMessage message) {
        return message.captureMode() != null || !message.consents().isEmpty();
    }

    /** About how many bytes it takes. */
    int weight() {
        return (int) Math.min(Integer.MAX_VALUE, 2000 + 2 * size);
    }
}
