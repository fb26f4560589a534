package dev.leadkit.capture;

import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Mark;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Capture for one tenant. Immutable and safe to share.
 *
 * <p>A message may be delivered any number of times and in any order; the leads come out the same. When a method throws a
 * {@link dev.leadkit.store.StoreException}, deliver again: what was written is not written twice.
 *
 * <p>A message is of the instant that its channel says, a mark of the kit's clock. Where the channel's is ahead, a mark still
 * comes after every message that is stored.
 *
 * <p>Behind a closed gate of the tenant's plan capture goes on: the leads are there once the plan opens them. Only a plan that
 * says so ends it, see {@link dev.leadkit.plan.Plan#captures()}. Then nothing that is said is kept, not for later either; what a
 * visitor states of his consent is.
 */
public final class TenantCapture {
    private final CaptureEngine engine;
    private final TenantId tenant;

    TenantCapture(CaptureEngine engine, TenantId tenant) {
        this.engine = engine;
        this.tenant = tenant;
    }

    /**
     * The hook: call it for every message, whoever wrote it. What the visitor says about the use of his data, and how much is
     * to be kept, comes with the message that it came with; a tick in a box is one without text.
     *
     * <pre>{@code
     * capture.onMessage(ChatMessage.from("session-42").id("m-7").visitor("").at(tickedAt)
     *         .consent(Consent.to("contact").text("2026-03")).build());
     * }</pre>
     */
    public CaptureOutcome onMessage(ChatMessage message) {
        return capture(message.session(), List.of(message), null);
    }

    /**
     * Takes many messages, such as a backlog. Each session's are one commit: when one throws, the sessions before it are taken,
     * and it and those behind it are not; deliver all again.
     *
     * @return the outcome of each session, in the order of their first messages
     */
    public Map<String, CaptureOutcome> onMessages(List<ChatMessage> messages) {
        Map<String, List<ChatMessage>> bySession = new LinkedHashMap<>();
        for (ChatMessage message : messages) {
            bySession
                    .computeIfAbsent(message.session(), session -> new ArrayList<>())
                    .add(message);
        }
        Map<String, CaptureOutcome> outcomes = new LinkedHashMap<>();
        bySession.forEach((session, its) -> outcomes.put(session, capture(session, its, null)));
        return outcomes;
    }

    /**
     * Makes a conversation a lead, whatever the rules say. One that is a lead stays as it is, also a
     * closed one as long as the visitor does not write again.
     *
     * @throws InvalidInputException if nothing of the session is stored
     */
    public CaptureOutcome promote(String session, Actor actor) {
        return mark(session, Mark.Kind.PROMOTED, actor, null);
    }

    /**
     * Marks a conversation as a qualified inquiry; rules decide what follows from that. A second mark changes nothing.
     * After a close it marks the closed lead, as long as the visitor does not write again.
     *
     * @param reason in the actor's words; may be absent
     * @throws InvalidInputException if nothing of the session is stored
     */
    public CaptureOutcome markQualified(String session, Actor actor, @Nullable String reason) {
        return mark(session, Mark.Kind.QUALIFIED, actor, reason);
    }

    private CaptureOutcome mark(String session, Mark.Kind kind, Actor actor, @Nullable String reason) {
        return capture(session, List.of(), new Mark(kind, actor, engine.wiring().now(), reason));
    }

    private CaptureOutcome capture(String session, List<ChatMessage> messages, @Nullable Mark mark) {
        SessionKey key = keyOf(session);
        return engine.tally().counted(() -> new ConversationCapture(engine, key).capture(messages, mark));
    }

    /**
     * Brings the leads of a session up to what its messages come to under today's rules, as the next message would: after new
     * rules, or after leads were taken apart. What was set at the desk stays.
     *
     * @throws InvalidInputException if nothing of the session is stored
     */
    public CaptureOutcome refold(String session) {
        return of(session).refold();
    }

    /**
     * Drops what the engine holds of a session in memory, such as after its visitor was erased. What is stored stays, and
     * is read again when it is needed. Never waits: a message that is being taken is taken, and not held afterwards.
     */
    public void forget(String session) {
        engine.forget(keyOf(session));
    }

    /**
     * What other rules would make of stored conversations, beside what the engine's rules make of them: what to look at
     * before they are published. Writes nothing, counts nothing, and needs as long as reading and analysing the
     * conversations twice.
     *
     * @param rules the ones to try
     * @param sessions the conversations, as the host knows them; a repeated one is taken once
     * @throws InvalidInputException if a session is no id
     */
    public CaptureReplay replay(CaptureRules rules, Collection<String> sessions) {
        return new RuleReplay(engine, tenant, rules).over(sessions);
    }

    /**
     * The same over the conversations of all leads that were created in a range of time. A store can't list
     * conversations, so that those that led to no lead are missing here, and none is {@link CaptureReplay.Kind#ADDED}: to
     * see who would be captured in addition, name the sessions.
     */
    public CaptureReplay replay(CaptureRules rules, TimeRange created) {
        return new RuleReplay(engine, tenant, rules).overLeads(created);
    }

    /** What the conversation comes to, and why; empty when nothing of the session is stored. Writes nothing. */
    public Optional<CaptureExplanation> explain(String session) {
        return of(session).explain();
    }

    private ConversationCapture of(String session) {
        return new ConversationCapture(engine, keyOf(session));
    }

    private SessionKey keyOf(String session) {
        return new SessionKey(tenant, Input.id("session", session));
    }
}
