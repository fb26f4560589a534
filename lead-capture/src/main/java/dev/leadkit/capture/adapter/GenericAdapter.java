package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.util.List;

/**
 * Our own form, for a channel of one's own: one message, an array of them, or {@code {"messages": […]}}.
 *
 * <p>A message is {@code {"id", "session", "channel"?, "speaker": "visitor|bot|agent", "text", "at", "region"?,
 * "user"?, "name"?, "email"?, "phone"?}}, {@code at} as ISO 8601, seconds or milliseconds.
 */
public final class GenericAdapter implements ChannelAdapter {
    /** Has no settings. */
    public GenericAdapter() {}

    @Override
    public InboundPost read(String body) {
        return PostReader.read(body, (post, reader) -> messages(post).forEach(message -> read(message, reader)));
    }

    private static List<Json> messages(Json post) {
        if (!post.items().isEmpty()) {
            return post.items();
        }
        return post.at("messages").isPresent() ? post.at("messages").items() : List.of(post);
    }

    private static void read(Json message, PostReader reader) {
        Speaker speaker;
        switch (message.at("speaker").text()) {
            case "visitor" -> speaker = Speaker.VISITOR;
            case "bot" -> speaker = Speaker.BOT;
            case "agent" -> speaker = Speaker.AGENT;
            default -> {
                reader.skip(message.at("session").isPresent() ? "broken" : "unknown");
                return;
            }
        }
        reader.add(message.at("session").text(), message.at("id").text(), message.at("at"), sent -> {
            String channel = message.at("channel").text();
            if (!channel.isEmpty()) {
                sent.channel(channel);
            }
            sent.said(speaker, message.at("text").text());
            PostReader.attribute(sent, ChatMessage.REGION, message.at("region").text());
            PostReader.attribute(sent, USER, message.at("user").text());
            PostReader.attribute(sent, NAME, message.at("name").text());
            PostReader.attribute(sent, EMAIL, message.at("email").text());
            PostReader.attribute(sent, PHONE, message.at("phone").text());
        });
    }
}
