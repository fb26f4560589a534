package dev.leadkit.capture.adapter;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's Cloud API. A session is a business number with a visitor, who is known by his business-scoped id where the
 * post has one, since he may hide his number.
 *
 * <p>Reads texts, replies to buttons and lists, the answers of a flow ("Email: tove@fjord.example", a line each), and captions; a picture without one is an empty message, and so are a place
 * and a contact card, of which nobody says whose it is, and an order, which is an attribute for rules to ask for. An edited message is one more, with the new text. What the business
 * itself sent from its phone comes as an agent's message.
 */
public final class WhatsAppAdapter implements ChannelAdapter {
    private static final String CHANNEL = "whatsapp";
    private static final String ORDERED = "order";

    /** Has no settings. */
    public WhatsAppAdapter() {}

    @Override
    public InboundPost read(String body) {
        return PostReader.read(body, (post, reader) -> {
            for (Json entry : post.at("entry").items()) {
                for (Json change : entry.at("changes").items()) {
                    reader.part(() -> read(change.at("value"), reader));
                }
            }
        });
    }

    private static void read(Json value, PostReader reader) {
        String business = value.at("metadata", "phone_number_id").text();
        value.at("statuses").items().forEach(status -> reader.skip("receipt"));
        for (Json message : value.at("messages").items()) {
            ifMessage(message, reader, text -> addHis(business, value, message, text, reader));
        }
        for (Json echo : value.at("message_echoes").items()) {
            ifMessage(echo, reader, text -> addOurs(business, echo, text, reader));
        }
        if (value.at("errors").isPresent()) {
            reader.skip("unknown");
        }
    }

    private static void ifMessage(Json message, PostReader reader, Consumer<String> add) {
        String text = text(message);
        if (text != null) {
            add.accept(text);
            return;
        }
        switch (message.at("type").text()) {
            case "reaction" -> reader.skip("reaction");
            case "revoke" -> reader.skip("deleted");
            default -> reader.skip("unknown");
        }
    }

    private static void addHis(String business, Json value, Json message, String text, PostReader reader) {
        String number = message.at("from").text();
        Json contact = contact(value, message);
        String user = Json.firstText(message.at("from_user_id"), contact.at("user_id"), message.at("from"));
        reader.add(PostReader.session(business, user), message.at("id").text(), message.at("timestamp"), sent -> {
            sent.channel(CHANNEL).visitor(text);
            PostReader.attribute(sent, USER, user);
            PostReader.attribute(sent, OTHER_USER, number.equals(user) ? "" : number);
            PostReader.attribute(sent, NAME, contact.at("profile", "name").text());
            PostReader.attribute(sent, PHONE, number.isEmpty() ? "" : "+" + number);
            PostReader.attribute(
                    sent, REFERRAL, message.at("referral", "source_id").text());
            if (message.at("type").text().equals(ORDERED)) {
                String catalog = message.at(ORDERED, "catalog_id").text();
                sent.attribute(ORDER, catalog.isEmpty() ? ORDERED : catalog);
            }
        });
    }

    private static void addOurs(String business, Json echo, String text, PostReader reader) {
        String to = Json.firstText(echo.at("to_user_id"), echo.at("to"));
        reader.add(
                PostReader.session(business, to),
                echo.at("id").text(),
                echo.at("timestamp"),
                sent -> sent.channel(CHANNEL).agent(text));
    }

    /** The one of the sender; of a single contact it is clear whose it is. */
    private static Json contact(Json value, Json message) {
        var contacts = value.at("contacts").items();
        for (Json contact : contacts) {
            boolean same = isSame(contact.at("wa_id"), message.at("from"))
                    || isSame(contact.at("user_id"), message.at("from_user_id"));
            if (same || contacts.size() == 1) {
                return contact;
            }
        }
        return Json.NOTHING;
    }

    private static boolean isSame(Json one, Json other) {
        return !one.text().isEmpty() && one.text().equals(other.text());
    }

    /** Null for what is no message. */
    private static @Nullable String text(Json message) {
        String type = message.at("type").text();
        return switch (type) {
            case "text" -> message.at("text", "body").text();
            case "button" -> message.at("button", "text").text();
            case "interactive" -> reply(message.at("interactive"));
            case ORDERED -> message.at(ORDERED, "text").text();
            case "image", "video", "audio", "document", "sticker", "location", "contacts" ->
                message.at(type, "caption").text();
            case "edit" -> newText(message.at("edit", "message"));
            default -> null;
        };
    }

    /** Of a flow the answers; where it has none, what stands in the chat for them. */
    private static String reply(Json interactive) {
        Json flow = interactive.at("nfm_reply");
        String answers = FormAnswers.ofFlow(flow.at("response_json").text());
        return answers.isEmpty()
                ? Json.firstText(
                        interactive.at("button_reply", "title"), interactive.at("list_reply", "title"), flow.at("body"))
                : answers;
    }

    private static @Nullable String newText(Json edited) {
        String text = edited.at("type").text().equals("edit") ? null : text(edited);
        return text == null || text.isEmpty() ? null : text;
    }
}
