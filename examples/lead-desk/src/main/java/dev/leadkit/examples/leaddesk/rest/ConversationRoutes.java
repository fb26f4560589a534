package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.DateTimeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hook for messages, and what a conversation is. */
final class ConversationRoutes {
    /** A message of 1 MiB whose every byte is written as an escape of six characters, and what stands around it. */
    private static final int MOST_BYTES = 6 * Input.MAX_TEXT_BYTES + 64 * 1024;

    private ConversationRoutes() {}

    /**
     * What a message led to.
     *
     * @param leadId absent when the conversation is no lead, or one that whoever asks may not see
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(String status, @Nullable String leadId, List<Because> because, List<String> notices) {}

    record Because(String code, String text) {
        static List<Because> of(List<Reason> reasons) {
            return reasons.stream()
                    .map(reason -> new Because(reason.code(), reason.text()))
                    .toList();
        }
    }

    static List<Route> all() {
        return List.of(
                Route.post("/conversations/{session}/messages", ConversationRoutes::message));
    }

    private static Answer message(Call call) {
        call.require(Role.REP);
        Body body = call.body(MOST_BYTES);
        String id = body.text("id");
        String channel = body.optionalText("channel");
        String region = body.optionalText("region");
        String speaker = body.text("speaker");
        String text = body.text("text");
        String at = body.optionalText("at");
        if (!speaker.isEmpty() && speaker(speaker).isEmpty()) {
            body.wrong("speaker", "unknown-value", "expected visitor, bot or agent");
        }
        body.done();
        requireLength(text);
        ChatMessage.Builder message = ChatMessage.from(call.path("session"))
                .id(id)
                .said(speaker(speaker).orElseThrow(), text)
                .at(at == null ? call.host().now() : instant("at", at));
        if (channel != null) {
            message.channel(channel);
        }
        if (region != null) {
            message.attribute(ChatMessage.REGION, region);
        }
        return outcome(call, call.capture().onMessage(message.build()));
    }

    private static Answer outcome(Call call, CaptureOutcome outcome) {
        Optional<LeadId> shown = outcome.lead().flatMap(id -> call.desk().find(id)).map(Lead::id);
        return Answer.ok(new Outcome(
                outcome.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                shown.map(LeadId::toString).orElse(null),
                Because.of(outcome.because()),
                outcome.notices()));
    }

    private static void requireLength(String text) {
        if (text.length() > Input.MAX_TEXT_BYTES / 3
                && text.getBytes(StandardCharsets.UTF_8).length > Input.MAX_TEXT_BYTES) {
            throw new ProblemException(
                    413, "too-large", "text: expected at most %d bytes in UTF-8".formatted(Input.MAX_TEXT_BYTES));
        }
    }

    private static Optional<Speaker> speaker(String key) {
        return switch (key) {
            case "visitor" -> Optional.of(Speaker.VISITOR);
            case "bot" -> Optional.of(Speaker.BOT);
            case "agent" -> Optional.of(Speaker.AGENT);
            default -> Optional.empty();
        };
    }

    private static Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            throw new InvalidInputException(field, "an instant such as 2026-03-02T09:00:00Z", "another text");
        }
    }
}
