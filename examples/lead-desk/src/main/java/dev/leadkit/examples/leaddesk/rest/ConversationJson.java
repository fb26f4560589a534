package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.examples.leaddesk.rest.LeadWorkRoutes.ActorJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A conversation with its messages in order. @param leadIds the leads that it led to, in that order */
record ConversationJson(
        String session, String channel, List<String> leadIds, List<Message> messages, List<MarkJson> marks) {
    /** @param speaker visitor, bot or agent */
    record Message(String id, String speaker, String text, String at) {
        static Message of(ChatMessage message) {
            return new Message(
                    message.id(),
                    message.speaker().name().toLowerCase(Locale.ROOT),
                    message.text(),
                    message.at().toString());
        }
    }

    /** What somebody said of it: {@code promoted} or {@code qualified}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MarkJson(
            String kind, ActorJson by, String at, @Nullable String reason) {
        static MarkJson of(Mark mark) {
            return new MarkJson(
                    mark.kind().name().toLowerCase(Locale.ROOT),
                    ActorJson.of(mark.actor()),
                    mark.at().toString(),
                    mark.reason());
        }
    }

    static ConversationJson of(Transcript transcript) {
        var conversation = transcript.conversation();
        return new ConversationJson(
                conversation.session(),
                conversation.channel(),
                conversation.segments().stream()
                        .map(segment -> segment.lead().toString())
                        .distinct()
                        .toList(),
                transcript.messages().stream().map(Message::of).toList(),
                conversation.marks().stream().map(MarkJson::of).toList());
    }
}
