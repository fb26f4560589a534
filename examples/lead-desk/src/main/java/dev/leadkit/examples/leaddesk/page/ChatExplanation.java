package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.capture.CaptureExplanation;
import dev.leadkit.capture.CaptureExplanation.RuleExplanation;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.examples.leaddesk.bot.ScriptedBot;
import dev.leadkit.examples.leaddesk.chart.Bar;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Score;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.NotEntitledException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A conversation beside what capture makes of it.
 *
 * @param handedOver whether a person has taken over from the bot
 * @param status what became of the last message, in words; empty when none was sent just now
 * @param lead the lead that whoever looks may open; absent when there is none, or the plan does not open it
 * @param hint how to see the lead; absent when it can be seen
 * @param score absent when there is none, or the plan shows none
 */
record ChatExplanation(
        List<ChatMessage> messages,
        boolean handedOver,
        String status,
        List<String> notices,
        boolean captured,
        @Nullable Lead lead,
        @Nullable String hint,
        boolean markedQualified,
        List<Rule> rules,
        List<Found> found,
        List<Found> rejected,
        List<Likelihood> intents,
        @Nullable Score score,
        List<Reason> refusedMoves) {

    /** A rule. @param outcome in a word: fired, holds or not met */
    record Rule(String id, String outcome, List<Reason> because) {}

    /** A value. @param where the words that it was read in */
    record Found(String field, String value, String where) {}

    /** How surely the visitor wants something. */
    record Likelihood(String name, String percent, Bar bar) {}

    static ChatExplanation of(
            PageCall call, String session, List<ChatMessage> messages, @Nullable CaptureOutcome outcome) {
        Optional<CaptureExplanation> explained = messages.isEmpty()
                ? Optional.empty()
                : call.host().capture(call.who().tenant()).explain(session);
        String status = outcome == null ? "" : words(outcome.status());
        List<String> notices = outcome == null ? List.of() : outcome.notices();
        if (explained.isEmpty()) {
            return new ChatExplanation(
                    messages, false, status, notices, false, null, null, false, List.of(), List.of(), List.of(),
                    List.of(), null, List.of());
        }
        CaptureExplanation explanation = explained.get();
        Lead lead = null;
        String hint = null;
        try {
            lead = explanation.lead().flatMap(call.desk()::find).orElse(null);
        } catch (NotEntitledException closed) {
            hint = closed.upgradeHint();
        }
        if (hint == null && lead == null && explanation.lead().isPresent()) {
            return ofOthers(status);
        }
        boolean showsScore = call.desk().plan().gate(Feature.SCORING).access().mayRead();
        Map<String, String> texts = new HashMap<>();
        messages.forEach(message -> texts.put(message.id(), message.text()));
        return new ChatExplanation(
                messages,
                ScriptedBot.isHandedOver(messages),
                status,
                notices,
                explanation.captured() || explanation.lead().isPresent(),
                lead,
                hint,
                explanation.markedQualified(),
                explanation.rules().stream().map(ChatExplanation::rule).toList(),
                found(explanation, texts),
                explanation.rejected().stream()
                        .map(each -> new Found(
                                each.what().field(),
                                each.what().span().of(texts.getOrDefault(each.message(), "")),
                                each.what().code()))
                        .toList(),
                List.of(
                        likelihood("Wants to buy", explanation.purchaseIntent()),
                        likelihood("Asks before buying", explanation.qualifiedIntent())),
                showsScore ? score(explanation, lead) : null,
                explanation.refusedMoves());
    }

    /** The lead is another rep's by now: nothing of it is shown. */
    private static ChatExplanation ofOthers(String status) {
        return new ChatExplanation(
                List.of(),
                true,
                status,
                List.of(),
                true,
                null,
                "Somebody else looks after this lead",
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static @Nullable Score score(CaptureExplanation explanation, @Nullable Lead lead) {
        return lead == null ? explanation.seen().score() : lead.score();
    }

    private static Rule rule(RuleExplanation rule) {
        return new Rule(rule.rule(), rule.fired() ? "fired" : rule.holds() ? "holds" : "not met", rule.because());
    }

    private static Likelihood likelihood(String name, double probability) {
        return new Likelihood(
                name,
                Math.round(100 * probability) + " %",
                Bar.of(1).then(probability >= 0.6 ? "won" : "open", probability).build());
    }

    private static List<Found> found(CaptureExplanation explanation, Map<String, String> texts) {
        List<Found> found = new ArrayList<>();
        Contact contact = explanation.seen().contact();
        explanation.names().forEach(name -> found.add(found("Name", name, Function.identity(), texts)));
        contact.emails().forEach(email -> found.add(found("E-mail", email, Function.identity(), texts)));
        contact.phones().forEach(phone -> found.add(found("Phone", phone, PhoneNumber::value, texts)));
        explanation.companies().forEach(company -> found.add(found("Company", company, Function.identity(), texts)));
        if (contact.location() != null) {
            found.add(found("Location", contact.location(), Function.identity(), texts));
        }
        explanation
                .budgets()
                .forEach(budget -> found.add(found(
                        "Budget",
                        budget,
                        amount -> amount.amount().toPlainString()
                                + (amount.currency() == null ? " (no currency)" : " " + amount.currency()),
                        texts)));
        return found;
    }

    private static <T> Found found(
            String field, Attributed<T> value, Function<T, String> words, Map<String, String> texts) {
        Evidence evidence = value.provenance().evidence();
        String text = evidence == null ? "" : texts.getOrDefault(evidence.message(), "");
        String where = evidence == null || evidence.end() > text.length()
                ? ""
                : text.substring(evidence.start(), evidence.end());
        return new Found(field, words.apply(value.value()), where);
    }

    private static String words(CaptureOutcome.Status status) {
        return switch (status) {
            case CAPTURED -> "The last message made it a lead.";
            case ADDED -> "The last message was added to the lead.";
            case NOT_CAPTURED -> "The last message did not make it a lead.";
            case REPEATED -> "The message had come before; nothing was done.";
            case WITHDRAWN -> "The lead was withdrawn: its messages no longer support it.";
            case SUPPRESSED -> "Whoever writes was erased and is not captured again.";
            case NOT_KEPT -> "The message was not kept: the plan or a missing consent forbids it.";
        };
    }

    /** The id of the lead, for its card. */
    public @Nullable LeadId leadId() {
        return lead == null ? null : lead.id();
    }
}
