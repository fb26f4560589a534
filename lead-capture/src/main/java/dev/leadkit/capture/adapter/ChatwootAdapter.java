package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.Speaker;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chatwoot's {@code message_created}. A session is one of its conversations, by account and number.
 *
 * <p>Incoming messages are the visitor's, templates and those of an agent bot or an assistant the bot's, other outgoing ones
 * an agent's; private notes are left out, and so is what tells of an activity ("was marked resolved"). The channel is that
 * of the inbox.
 */
public final class ChatwootAdapter implements ChannelAdapter {
    private static final String CHANNEL_CLASS = "Channel::";
    private static final Set<String> BOTS = Set.of("agent_bot", "captain_assistant");

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
        Json sender = post.at("sender");
        Speaker speaker = speaker(post.at("message_type").text(), sender);
        if (speaker == null) {
            reader.skip("unknown");
            return;
        }
        String number = Json.firstText(post.at("conversation", "display_id"), post.at("conversation", "id"));
        String account = post.at("account", "id").text();
        String session = number.isEmpty() ? "" : account + ":" + number;
        String text = HtmlText.of(post.at("content").text());
        reader.add(session, post.at("id").text(), post.at("created_at"), sent -> {
            sent.channel(channel(post.at("conversation", "channel").text())).said(speaker, text);
            if (speaker == Speaker.VISITOR) {
                PostReader.attribute(sent, USER, sender.at("id").text());
                PostReader.attribute(sent, NAME, sender.at("name").text());
                PostReader.attribute(sent, EMAIL, sender.at("email").text());
                PostReader.attribute(sent, PHONE, sender.at("phone_number").text());
            }
        });
    }

    /** Null where nobody speaks. */
    private static @Nullable Speaker speaker(String type, Json sender) {
        boolean bot = BOTS.contains(sender.at("type").text()) || !sender.isPresent();
        return switch (type) {
            case "incoming", "0" -> Speaker.VISITOR;
            case "outgoing", "1" -> bot ? Speaker.BOT : Speaker.AGENT;
            case "template", "3" -> Speaker.BOT;
            default -> null;
        };
    }

    /** "Channel::WebWidget" is the widget, "Channel::FacebookPage" facebookpage. */
    private static String channel(String name) {
        String last = name.startsWith(CHANNEL_CLASS) ? name.substring(CHANNEL_CLASS.length()) : name;
        return last.isEmpty() || last.equals("WebWidget") ? "widget" : last.toLowerCase(Locale.ROOT);
    }
}
