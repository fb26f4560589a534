package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Intercom's topics of conversations. A session is one of its conversations.
 *
 * <p>A new conversation is read from its source, a reply from its parts; notes between agents and parts that say nothing,
 * such as an assignment, are left out, and so is what was deleted; what has no author is broken. A file without a text is an empty
 * message. Of an e-mail the subject is read before the body. Both are HTML.
 */
public final class IntercomAdapter implements ChannelAdapter {
    private static final String CHANNEL = "intercom";

    /** Has no settings. */
    public IntercomAdapter() {}

    @Override
    public InboundPost read(String body) {
        return PostReader.read(body, (post, reader) -> {
            Json item = post.at("data", "item");
            if (!item.at("type").text().equals("conversation")) {
                reader.skip("unknown");
                return;
            }
            String session = item.at("id").text();
            var parts = item.at("conversation_parts", "conversation_parts").items();
            if (parts.isEmpty()) {
                Json source = item.at("source").isPresent() ? item.at("source") : item.at("conversation_message");
                if (source.at("redacted").isTrue()) {
                    reader.skip("deleted");
                } else {
                    add(session, source, item.at("created_at"), reader);
                }
            }
            for (Json part : parts) {
                if (part.at("part_type").text().startsWith("note")) {
                    reader.skip("note");
                } else if (part.at("redacted").isTrue()) {
                    reader.skip("deleted");
                } else if (part.at("body").text().isEmpty()
                        && part.at("attachments").items().isEmpty()) {
                    reader.skip("unknown");
                } else {
                    add(session, part, part.at("created_at"), reader);
                }
            }
        });
    }

    private static void add(String session, Json part, Json sentAt, PostReader reader) {
        Json author = part.at("author");
        String type = author.at("type").text();
        Speaker speaker = speaker(type);
        if (speaker == null) {
            reader.skip(type.isEmpty() ? "broken" : "unknown");
            return;
        }
        String text = text(part);
        reader.add(session, part.at("id").text(), sentAt, sent -> {
            sent.channel(CHANNEL).said(speaker, text);
            if (speaker == Speaker.VISITOR) {
                PostReader.attribute(sent, USER, author.at("id").text());
                PostReader.attribute(sent, NAME, author.at("name").text());
                PostReader.attribute(sent, EMAIL, author.at("email").text());
            }
        });
    }

    /** Before the body of an e-mail stands its subject, which may be all that it says. */
    private static String text(Json part) {
        String body = HtmlText.of(part.at("body").text());
        String subject = part.at("type").text().equals("email")
                ? HtmlText.of(part.at("subject").text())
                : "";
        return subject.isEmpty() || body.isEmpty() ? subject + body : subject + "\n" + body;
    }

    /** Null for nobody that is known: what he writes must not be taken for the visitor's. */
    private static @Nullable Speaker speaker(String type) {
        return switch (type) {
            case "user", "lead", "contact", "visitor" -> Speaker.VISITOR;
            case "bot" -> Speaker.BOT;
            case "admin", "team" -> Speaker.AGENT;
            default -> null;
        };
    }
}
