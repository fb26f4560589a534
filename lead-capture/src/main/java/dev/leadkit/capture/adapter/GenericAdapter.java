package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import java.util.List;

/**
 * Our own form, for a channel of one's own: one message, an array of them, or {@code {"messages": […]}}.
 *
 * <p>A message is {@code {"id", "session", "channel"?, "speaker": "visitor|bot|agent", "text", "at", "sequence"?, "region"?,
 * "user"?, "name"?, "email"?, "phone"?, "verified"?, "attributes"?, "mode"?, "consents"?}}, {@code at} as ISO 8601, seconds or milliseconds.
 * {@code sequence} is a whole number that orders messages of one instant; without it their ids do, so give it where {@code at} is in
 * whole seconds. {@code attributes} is what else the host knows, {@code {"campaign": "spring"}}, for rules to ask for; {@code mode} is the key of a {@link CaptureMode}; {@code consents} what the visitor said with this message about the use of his data:
 * {@code [{"purpose", "given": true|false, "basis"?, "textVersion"?}]}; of one purpose said twice the withdrawal stands; {@code verified}
 * who the visitor is by the host's own word, {@code {"externalId"?, "email"?, "phone"?}}, see {@link ChatMessage.Builder#verified}, which
 * no attribute can say in its place. A
 * message that states any of this otherwise is {@code refused}.
 */
public final class GenericAdapter implements ChannelAdapter {
    private static final String OTHER = "something else";

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
            String channel = stated("channel", message);
            if (!channel.isEmpty()) {
                sent.channel(channel);
            }
            sent.said(speaker, stated("text", message)).sequence(sequence(message));
            attributes(message.at("attributes"), sent);
            PostReader.attribute(sent, ChatMessage.REGION, stated("region", message));
            PostReader.attribute(sent, USER, stated("user", message));
            PostReader.attribute(sent, NAME, stated("name", message));
            PostReader.attribute(sent, EMAIL, stated("email", message));
            PostReader.attribute(sent, PHONE, stated("phone", message));
            verified(message.at("verified"), sent);
            PostReader.attribute(sent, ChatMessage.CAPTURE_MODE, stated("mode", message));
            consents(message.at("consents")).forEach(each -> sent.consent(consent(each)));
        });
    }

    private static long sequence(Json message) {
        String number = stated("sequence", message);
        try {
            return number.isEmpty() ? 0 : Long.parseLong(number);
        } catch (NumberFormatException none) {
            throw new InvalidInputException("sequence", "a whole number", OTHER);
        }
    }

    private static void attributes(Json all, ChatMessage.Builder sent) {
        if (all.value() instanceof JsonObject object) {
            object.members().keySet().forEach(name -> {
                if (name.startsWith(ChatMessage.VERIFIED)) {
                    throw new InvalidInputException("attributes", "none that only \"verified\" may say", OTHER);
                }
                PostReader.attribute(sent, name, stated(name, all));
            });
        } else if (all.isPresent()) {
            throw new InvalidInputException("attributes", "an object", OTHER);
        }
    }

    private static void verified(Json all, ChatMessage.Builder sent) {
        if (all.isPresent() && !(all.value() instanceof JsonObject)) {
            throw new InvalidInputException("verified", "an object", OTHER);
        }
        verified(IdentityKind.EXTERNAL_ID, stated("externalId", all), sent);
        verified(IdentityKind.EMAIL, stated("email", all), sent);
        verified(IdentityKind.PHONE, stated("phone", all), sent);
    }

    private static void verified(IdentityKind kind, String value, ChatMessage.Builder sent) {
        if (!value.isEmpty()) {
            sent.verified(kind, value);
        }
    }

    private static List<Json> consents(Json all) {
        if (all.isPresent() && !all.isArray()) {
            throw new InvalidInputException("consents", "an array", OTHER);
        }
        return all.items();
    }

    /** One that says neither yes nor no makes the message a refused one: it must not be taken for either. */
    private static Consent consent(Json consent) {
        Json given = consent.at("given");
        if (!given.isBoolean()) {
            throw new InvalidInputException("consents.given", "true or false", OTHER);
        }
        String purpose = stated("purpose", consent);
        String basis = stated("basis", consent);
        String version = stated("textVersion", consent);
        return new Consent(
                purpose, given.isTrue(), basis.isEmpty() ? Consent.CONSENT : basis, version.isEmpty() ? null : version);
    }

    /** Empty where it is missing; what is there and no text must not be taken for missing. */
    private static String stated(String key, Json in) {
        Json stated = in.at(key);
        if (stated.isPresent() && !stated.isText()) {
            throw new InvalidInputException(key, "a text", OTHER);
        }
        return stated.text();
    }
}
