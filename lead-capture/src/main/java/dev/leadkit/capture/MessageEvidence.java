package dev.leadkit.capture;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Evidence;

/** Points to a message for what it says. */
final class MessageEvidence {
    private MessageEvidence() {}

    /** To a part of its text. */
    static Evidence of(ChatMessage message, Span span) {
        return new Evidence(message.session(), message.id(), span.start(), span.end());
    }

    /** To the message, where no words of it say so or its text was not kept. */
    static Evidence of(ChatMessage message) {
        return new Evidence(message.session(), message.id(), 0, 0);
    }
}
