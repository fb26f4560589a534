package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.Speaker;
import java.util.Set;

/**
 * Messenger and Instagram, which post alike. A session is a page or account with a visitor, who is known by the id that
 * the page has for him.
 *
 * <p>Reads texts, quick replies and postbacks; a picture without a text is an empty message. An edited message is one more, with
 * the new text. What the page sent comes back
 * as an echo: a bot's message where an app sent it, an agent's where a person did, be it in Meta's own inbox.
 */
public final class MessengerAdapter implements ChannelAdapter {
    /** The apps of Meta in which a person answers: the inbox of pages, and Instagram. */
    private static final Set<String> INBOXES = Set.of("263902037430900", "1217981644879628");

    private static final Set<String> EVENTS =
            Set.of("messages", "message_echoes", "message_edit", "message_edits", "messaging_postbacks");

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
        entry.at("changes").items().forEach(change -> readChange(channel, change, reader));
    }

    /** Meta's samples and tests have an event as the value of a change; other changes are no messages, such as comments. */
    private static void readChange(String channel, Json change, PostReader reader) {
        if (EVENTS.contains(change.at("field").text())) {
            read(channel, change.at("value"), reader);
        } else {
            reader.skip("unknown");
        }
    }

    private static void read(String channel, Json event, PostReader reader) {
        Json message = event.at("message");
        Json postback = event.at("postback");
        Json edit = event.at("message_edit");
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
            add(channel, event, id, title, postback, reader);
        } else if (!edit.at("text").text().isEmpty()) {
            String id = edit.at("mid").text();
            String version = id.isEmpty() ? "" : id + "#" + edit.at("num_edit").text();
            add(channel, event, version, edit.at("text").text(), edit, reader);
        } else if (event.at("delivery").isPresent() || event.at("read").isPresent()) {
            reader.skip("receipt");
        } else {
            reader.skip(event.at("reaction").isPresent() ? "reaction" : "unknown");
        }
    }

    /** @param said the part of the event that holds the text */
    private static void add(String channel, Json event, String id, String text, Json said, PostReader reader) {
        String sender = event.at("sender", "id").text();
        String recipient = event.at("recipient", "id").text();
        boolean echo = said.at("is_echo").isTrue();
        String page = echo ? sender : recipient;
        String user = echo ? recipient : sender;
        reader.add(PostReader.session(page, user), id, event.at("timestamp"), sent -> {
            sent.channel(channel);
            if (!echo) {
                sent.visitor(text).attribute(USER, user);
                Json referral = said.at("referral");
                PostReader.attribute(sent, REFERRAL, Json.firstText(referral.at("ad_id"), referral.at("ref")));
            } else {
                sent.said(isOfApp(said) ? Speaker.BOT : Speaker.AGENT, text);
            }
        });
    }

    private static boolean isOfApp(Json echo) {
        Json app = echo.at("app_id");
        return app.isPresent() && !INBOXES.contains(app.text());
    }
}
