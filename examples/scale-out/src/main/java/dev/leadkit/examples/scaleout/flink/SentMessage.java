package dev.leadkit.examples.scaleout.flink;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.time.Instant;
import java.util.Map;

/**
 * A message on its way through a stream: what a {@link ChatMessage} has, in types that Flink writes without help.
 *
 * @param speaker the name of a {@link Speaker}
 */
public record SentMessage(
        String tenant,
        String session,
        String id,
        String channel,
        String speaker,
        String text,
        Instant at,
        long sequence,
        Map<String, String> attributes) {

    public static SentMessage of(String tenant, ChatMessage message) {
        return new SentMessage(
                tenant,
                message.session(),
                message.id(),
                message.channel(),
                message.speaker().name(),
                message.text(),
                message.at(),
                message.sequence(),
                message.attributes());
    }

    /** What is kept together and in order: a session of a tenant. */
    public String conversation() {
        return tenant + '\n' + session; // an id has no line break
    }

    ChatMessage message() {
        var message = ChatMessage.from(session)
                .id(id)
                .channel(channel)
                .said(Speaker.valueOf(speaker), text)
                .at(at)
                .sequence(sequence);
        attributes.forEach(message::attribute);
        return message.build();
    }
}
