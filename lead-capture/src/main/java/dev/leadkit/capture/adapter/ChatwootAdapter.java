package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.Speaker;
import java.util.Locale;

/**
 * Chatwoot's {@code message_created}. A session is one of its conversations, by account and number.
 *
 * <p>Incoming messages are the visitor's, templates and those of an agent bot the bot's, other outgoing ones an agent's;
 * private notes are left out. The channel is that of the inbox.
 */
public final class ChatwootAdapter implements ChannelAdapter {
    private static final String CHANNEL_CLASS = "Channel::";

    /** Has no settings. */
    public ChatwootAdapter() {}

    @Override
    public InboundPost read(String body) {
        return PostReader.read(body, (post, reader) -> {
            if (!post.at("event").text().equals("message_created")) {
                reader.skip("unknown");
            } else if (post.at("private").isTrue()) {
                reader.skip("note");
            } else {
                read(post, reader);
            }
        });
    }

    private static void read(Json post, PostReader reader) {
        String number = Json.firstText(post.at("conversation", "display_id"), post.at("conversation", "id"));
        String account = post.at("account", "id").text();
        String session = number.isEmpty() ? "" : account + ":" + number;
        String text = HtmlText.of(post.at("content").text());
        Json sender = post.at("sender");
        reader.add(session, post.at("id").text(), post.at("created_at"), sent -> {
            sent.channel(channel(post.at("conversation", "channel").text()));
            boolean bot = sender.at("type").text().equals("agent_bot") || !sender.isPresent();
            switch (post.at("message_type").text()) {
                case "incoming", "0" -> {
                    sent.visitor(text);
                    PostReader.attribute(sent, USER, sender.at("id").text());
                    PostReader.attribute(sent, NAME, sender.at("name").text());
                    PostReader.attribute(sent, EMAIL, sender.at("email").text());
                    PostReader.attribute(sent, PHONE, sender.at("phone_number").text());
                }
                case "template", "3" -> sent.bot(text);
                default -> sent.said(bot ? Speaker.BOT : Speaker.AGENT, text);
            }
        });
    }

    /** "Channel::WebWidget" is the widget, "Channel::FacebookPage" facebookpage. */
    private static String channel(String name) {
        String last = name.startsWith(CHANNEL_CLASS) ? name.substring(CHANNEL_CLASS.length()) : name;
        return last.isEmpty() || last.equals("WebWidget") ? "widget" : last.toLowerCase(Locale.ROOT);
    }
}
