package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.Speaker;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chatwoot's {@code message_created} and {@code message_updated}. A session is one of its conversations, by account and number.
 *
 * <p>Incoming messages are the visitor's, templates and those of an agent bot or an assistant the bot's, other outgoing ones
 * an agent's; private notes are left out, and so is what tells of an activity ("was marked resolved"). What the visitor fills
 * into a message that asks for his address, for one of several things or by a form comes as an update of it, and is a message of
 * his at the time of that message; other updates are left out. The channel is that of the inbox.
 */
public final class ChatwootAdapter implements ChannelAdapter {
    private static final String CHANNEL_CLASS = "Channel::";

    /** Behind the id of a message that asks for something: the visitor's answer to it. Sorts right behind it. */
    private static final String ANSWERED = "-answered";

    private static final Set<String> BOTS = Set.of("agent_bot", "captain_assistant");

    /** Has no settings. */
    public ChatwootAdapter() {}

    @Override
    public InboundPost read(String body) {
        return PostReader.read(body, (post, reader) -> {
            String event = post.at("event").text();
            if (event.equals("message_updated")) {
                readUpdate(post, reader);
            } else if (!event.equals("message_created")) {
                reader.skip("unknown");
            } else if (post.at("private").isTrue()) {
                reader.skip("note");
            } else {
                read(post, reader);
            }
        });
    }

    /** Only what it says tells what was updated. */
    private static void readUpdate(Json post, PostReader reader) {
        Json attributes = post.at("content_attributes");
        String answers = FormAnswers.ofChatwoot(attributes);
        if (attributes.at("deleted").isTrue()) {
            reader.skip("deleted");
        } else if (answers.isEmpty()) {
            reader.skip("unknown");
        } else {
            String id = post.at("id").text();
            Json visitor = post.at("conversation", "meta", "sender");
            add(post, id.isEmpty() ? "" : id + ANSWERED, Speaker.VISITOR, answers, visitor, reader);
        }
    }

    private static void read(Json post, PostReader reader) {
        Json sender = post.at("sender");
        Speaker speaker = speaker(post.at("message_type").text(), sender);
        if (speaker == null) {
            reader.skip("unknown");
            return;
        }
        add(post, post.at("id").text(), speaker, HtmlText.of(post.at("content").text()), sender, reader);
    }

    private static void add(Json post, String id, Speaker speaker, String text, Json sender, PostReader reader) {
        String number = Json.firstText(post.at("conversation", "display_id"), post.at("conversation", "id"));
        String account = post.at("account", "id").text();
        String session = number.isEmpty() ? "" : account + ":" + number;
        reader.add(session, id, post.at("created_at"), sent -> {
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
