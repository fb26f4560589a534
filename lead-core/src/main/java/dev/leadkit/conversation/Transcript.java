package dev.leadkit.conversation;

import java.util.List;

/**
 * A conversation with its messages.
 *
 * @param messages in their order, {@code (at, sequence, id)}, without repeats
 */
public record Transcript(Conversation conversation, List<ChatMessage> messages) {
    public Transcript {
        messages = messages.stream().sorted().toList();
    }

    /** The messages of one segment, see {@link Conversation#segmentAt}. */
    public List<ChatMessage> segment(int index) {
        return messages.stream()
                .filter(message -> conversation.segmentAt(message.at()) == index)
                .toList();
    }
}
