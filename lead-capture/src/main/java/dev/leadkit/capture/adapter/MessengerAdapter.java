package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.Speaker;
import java.util.Set;

/**
 * Messenger and Instagram, which post alike. A session is a page or account with a visitor, who is known by the id that
 * the page has for him.
 *
 * <p>Reads texts, quick replies and postbacks; a picture without a text is an empty message. What the page sent comes back
 * as an echo: a bot's message where an app sent it, an agent's where a person did, be it in Meta's own inbox.
 */
public final class MessengerAdapter implements ChannelAdapter {
    /** The apps of Meta in which a person answers: the inbox of pages, and Instagram. */
    private static final Set<String> INBOXES = Set.of("263902037430900", "1217981644879628");

    /** Has no settings. */
    public MessengerAdapter() {}

    @Override
    public InboundPost read(String body) {
        return PostReader.read(body, (post, reader) -> {
            String channel = post.at("object").text().equals("instagram") ? "instagram" : "messenger";
            for (Json entry : post.at("entry").items()) {
                reader.part(() -> readEntry(channel, entry, reader));
            }
        });
    }

    private static void readEntry(String channel, Json entry, PostReader reader) {
        entry.at("messaging").items().forEach(event -> read(channel, event, reader));
        entry.at("standby").items().forEach(event -> read(channel, event, reader));
        entry.at("changes").items().forEach(change -> reader.skip("unknown"));
    }

    private static void read(String channel, Json event, PostReader reader) {
        Json message = event.at("message");
        Json postback = event.at("postback");
        if (message.isPresent()) {
            if (message.at("is_deleted").isTrue()) {
                reader.skip("deleted");
            } else if (message.at("is_unsupported").isTrue()) {
                reader.skip("unknown");
            } else {
                String text = message.at("text").text();
                add(channel, event, message.at("mid").text(), text, message, reader);
            }
        } else if (postback.isPresent()) {
            String title = Json.firstText(postback.at("title"), postback.at("payload"));
            String id = Json.firstText(postback.at("mid"), event.at("timestamp"));
            add(channel, event, id, title, message, reader);
        } else if (event.at("delivery").isPresent() || event.at("read").isPresent()) {
            reader.skip("receipt");
        } else {
            reader.skip(event.at("reaction").isPresent() ? "reaction" : "unknown");
        }
    }

    private static void add(String channel, Json event, String id, String text, Json message, PostReader reader) {
        String sender = event.at("sender", "id").text();
        String recipient = event.at("recipient", "id").text();
        boolean echo = message.at("is_echo").isTrue();
        String page = echo ? sender : recipient;
        String user = echo ? recipient : sender;
        reader.add(PostReader.session(page, user), id, event.at("timestamp"), sent -> {
            sent.channel(channel);
            if (!echo) {
                sent.visitor(text).attribute(USER, user);
            } else {
                sent.said(isOfApp(message) ? Speaker.BOT : Speaker.AGENT, text);
            }
        });
    }

    private static boolean isOfApp(Json echo) {
        Json app = echo.at("app_id");
        return app.isPresent() && !INBOXES.contains(app.text());
    }
}
