package dev.leadkit.examples.cli;

import dev.leadkit.conversation.ChatMessage;
import java.util.List;

/**
 * One conversation of the input.
 *
 * @param id the session of all of its messages
 * @param messages one or more, in the order of the line
 * @param notices what was done to the line on its way in, as sentences without contact data; usually empty
 */
record ConversationLine(String id, List<ChatMessage> messages, List<String> notices) {
    ConversationLine {
        messages = List.copyOf(messages);
        notices = List.copyOf(notices);
    }

    /** The same conversation in a session of its own. */
    ConversationLine in(String session) {
        List<ChatMessage> moved = messages.stream()
                .map(message -> new ChatMessage(
                        message.id(),
                        session,
                        message.channel(),
                        message.speaker(),
                        message.text(),
                        message.at(),
                        message.sequence(),
                        message.attributes(),
                        message.cleaned()))
                .toList();
        return new ConversationLine(session, moved, notices);
    }
}
