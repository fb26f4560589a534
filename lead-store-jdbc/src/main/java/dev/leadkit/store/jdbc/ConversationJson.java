package dev.leadkit.store.jdbc;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Conversation.Segment;
import dev.leadkit.conversation.Mark;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.TenantId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The segments and marks of a conversation, and the attributes of a message, as JSON. */
final class ConversationJson {
    private ConversationJson() {}

    static String writeBody(Conversation conversation) {
        return new JsonOut()
                .objects("segments", conversation.segments(), ConversationJson::writeSegment)
                .objects("marks", conversation.marks(), ConversationJson::writeMark)
                .toText();
    }

    static Conversation read(TenantId tenant, String session, String channel, long version, String body) {
        return JsonIn.read(
                "a conversation",
                body,
                in -> new Conversation(
                        tenant,
                        session,
                        channel,
                        version,
                        in.objects("segments", ConversationJson::readSegment),
                        in.objects("marks", ConversationJson::readMark)));
    }

    private static JsonOut writeSegment(Segment segment) {
        return new JsonOut().lead("lead", segment.lead()).instant("after", segment.after());
    }

    private static Segment readSegment(JsonIn in) {
        return new Segment(in.lead("lead"), in.optionalInstant("after"));
    }

    private static JsonOut writeMark(Mark mark) {
        return new JsonOut()
                .constant("kind", mark.kind())
                .constant("actorKind", mark.actor().kind())
                .text("actor", mark.actor().id())
                .text("onBehalfOf", mark.actor().onBehalfOf())
                .instant("at", mark.at())
                .text("reason", mark.reason());
    }

    private static Mark readMark(JsonIn in) {
        return new Mark(
                in.constant("kind", Mark.Kind.class),
                new Actor(in.constant("actorKind", Actor.Kind.class), in.text("actor"), in.optionalText("onBehalfOf")),
                in.instant("at"),
                in.optionalText("reason"));
    }

    /** Absent without attributes, as for most messages. */
    static @Nullable String writeAttributes(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        var out = new JsonOut();
        new TreeMap<>(attributes).forEach(out::text);
        return out.toText();
    }

    static Map<String, String> readAttributes(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        return JsonIn.read("a message", json, JsonIn::allTexts);
    }
}
