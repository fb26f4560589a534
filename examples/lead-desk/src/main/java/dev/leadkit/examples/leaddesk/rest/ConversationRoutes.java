package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.NotEntitledException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hook for messages, and what a conversation is. */
final class ConversationRoutes {
    /** A message of 1 MiB whose every byte is written as an escape of six characters, and what stands around it. */
    static final int MOST_BYTES = 6 * Input.MAX_TEXT_BYTES + 64 * 1024;

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
                Route.post("/conversations/{session}/messages", ConversationRoutes::message),
                Route.get("/conversations/{session}", ConversationRoutes::get),
                Route.post("/conversations/{session}/promote", ConversationRoutes::promote),
                Route.post("/conversations/{session}/qualified", ConversationRoutes::qualified));
    }

    private static Answer get(Call call) {
        call.requireReading(Feature.HISTORY);
        return Answer.ok(ConversationJson.of(seen(call)));
    }

    private static Answer promote(Call call) {
        call.require(Role.REP);
        call.optionalBody().done();
        return outcome(
                call,
                call.capture()
                        .promote(seen(call).conversation().session(), call.who().actor()));
    }

    private static Answer qualified(Call call) {
        call.require(Role.REP);
        Body body = call.optionalBody();
        String reason = body.optionalText("reason");
        body.done();
        return outcome(
                call,
                call.capture()
                        .markQualified(
                                seen(call).conversation().session(), call.who().actor(), reason));
    }

    /**
     * The conversation as far as whoever asks sees its leads; all of one that led to none.
     *
     * @throws ProblemException if there is none, or he sees no lead of it
     */
    private static Transcript seen(Call call) {
        String session = call.path("session");
        Transcript whole = Optional.of(session)
                .filter(ConversationRoutes::isId)
                .flatMap(call::storedTranscript)
                .orElseThrow(ConversationRoutes::notFound);
        Set<LeadId> leads = new LinkedHashSet<>();
        whole.conversation().segments().forEach(segment -> leads.add(segment.lead()));
        if (leads.isEmpty()) {
            return whole;
        }
        Map<String, ChatMessage> messages = new LinkedHashMap<>();
        List<Conversation.Segment> segments = new ArrayList<>();
        Conversation conversation = null;
        for (LeadId lead : leads) {
            if (call.desk().find(lead).isEmpty()) {
                continue;
            }
            for (Transcript shown : call.desk().transcript(lead)) {
                if (shown.conversation().session().equals(session)) {
                    conversation = shown.conversation();
                    shown.messages().forEach(message -> messages.put(message.id(), message));
                    whole.conversation().segments().stream()
                            .filter(segment -> segment.lead().equals(lead))
                            .forEach(segments::add);
                }
            }
        }
        if (conversation == null) {
            throw notFound();
        }
        return new Transcript(
                new Conversation(
                        conversation.tenant(),
                        session,
                        conversation.channel(),
                        conversation.version(),
                        segments,
                        conversation.marks()),
                messages.values().stream().sorted().toList());
    }

    private static boolean isId(String session) {
        try {
            Input.id("session", session);
            return true;
        } catch (InvalidInputException none) {
            return false;
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(404, "conversation-not-found", "there is no such conversation");
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
        LeadWorkRoutes.requireLength(text);
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
        return Answer.ok(new Outcome(
                outcome.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                outcome.lead()
                        .filter(id -> isSeen(call, id))
                        .map(LeadId::toString)
                        .orElse(null),
                Because.of(outcome.because()),
                outcome.notices()));
    }

    /** Behind a closed gate the message is taken all the same. */
    private static boolean isSeen(Call call, LeadId id) {
        try {
            return call.desk().find(id).isPresent();
        } catch (NotEntitledException closed) {
            return false;
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
