package dev.leadkit.capture;

import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.capture.CaptureExplanation.RejectedValue;
import dev.leadkit.capture.CaptureExplanation.RuleExplanation;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.IntentKind;
import dev.leadkit.capture.rule.Verdict;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts into words what a fold came to. Pure. */
final class ConversationExplainer {
    private static final Reason NOT_YET = Reason.of(
            "not-yet", "it came to hold after it was looked at, and is looked at again with the next message");

    private static final Reason NOBODY_WROTE = Reason.of("nobody-wrote", "the visitor wrote nothing yet");

    /** Of a lead that was not captured from this conversation. */
    private static final Reason IS_LEAD = Reason.of("is-lead", "the conversation belongs to a lead");

    /** Its lead was withdrawn and would be back otherwise. */
    private static final Reason ANOTHER_OPEN =
            Reason.of("another-lead-open", "another lead of the visitor is being worked on");

    private final CaptureRules rules;

    ConversationExplainer(CaptureRules rules) {
        this.rules = rules;
    }

    CaptureExplanation explain(LiveConversation live, SessionKey key, LeadProjection projection) {
        ConversationFold fold = live.current().fold;
        Lead lead = live.current().lead;
        Lead seen = projection.trial(key.tenant(), key.session(), fold);
        Findings findings = fold.findings();
        return new CaptureExplanation(
                lead == null || lead.withdrawn() ? Optional.empty() : Optional.of(lead.id()),
                seen,
                fold.isCaptured(),
                explainRules(fold),
                projection.refusedMoves(seen, fold),
                findings.names.all(),
                findings.companies.all(),
                findings.budgets.all(),
                findings.rejected.stream()
                        .map(rejected -> new RejectedValue(rejected.message(), rejected.what()))
                        .toList(),
                fold.intent(IntentKind.PURCHASE),
                fold.intent(IntentKind.QUALIFIED),
                fold.isMarkedQualified());
    }

    private List<RuleExplanation> explainRules(ConversationFold fold) {
        Map<String, Firing> fired = new LinkedHashMap<>();
        fold.effects().firings().forEach(firing -> fired.put(firing.rule().id(), firing));
        List<RuleExplanation> explained = new ArrayList<>();
        String stopper = null;
        for (CaptureRule rule : rules.rules()) {
            Verdict verdict = rule.when().evaluate(fold);
            Firing firing = fired.get(rule.id());
            List<Reason> because = firing == null ? unfired(verdict, stopper) : firing.because();
            explained.add(new RuleExplanation(rule.id(), firing != null, verdict.holds(), because));
            if (stopper == null && rule.stop() && verdict.holds()) {
                stopper = rule.id();
            }
        }
        return explained;
    }

    /** What a rule is missing that did not fire, also when it is not its condition. */
    private static List<Reason> unfired(Verdict verdict, @Nullable String stopper) {
        if (!verdict.holds()) {
            return verdict.because();
        }
        List<Reason> because = new ArrayList<>();
        because.add(stopper == null ? NOT_YET : stoppedBy(stopper));
        because.addAll(verdict.because());
        return because;
    }

    /**
     * Why a conversation is a lead, or why it is none; never empty.
     *
     * @param visible its lead; absent when there is none, or it was withdrawn
     */
    List<Reason> because(@Nullable Lead visible, ConversationFold fold) {
        if (visible == null) {
            return missing(fold);
        }
        return visible.capturedBecause().isEmpty() ? List.of(IS_LEAD) : visible.capturedBecause();
    }

    /** Why a conversation is no lead: what each rule that makes leads is missing, up to one that stops those after it. */
    private List<Reason> missing(ConversationFold fold) {
        if (fold.isCaptured()) {
            return List.of(ANOTHER_OPEN);
        }
        if (fold.at() == null) {
            return List.of(NOBODY_WROTE);
        }
        Map<Reason, List<String>> missing = new LinkedHashMap<>(); // by rule
        for (CaptureRule rule : rules.rules()) {
            Verdict verdict = rule.when().evaluate(fold);
            if (rule.then().createLead()) {
                List<Reason> because = verdict.holds() ? List.of(NOT_YET) : verdict.because();
                because.forEach(reason -> missing.computeIfAbsent(reason, first -> new ArrayList<>())
                        .add(rule.id()));
            } else if (rule.stop() && verdict.holds()) {
                missing.put(stoppedBy(rule.id()), List.of());
                break;
            }
        }
        return missing.isEmpty()
                ? List.of(Reason.of("no-rule", "no rule makes leads"))
                : missing.entrySet().stream()
                        .map(entry -> of(entry.getValue(), entry.getKey()))
                        .toList();
    }

    private static Reason stoppedBy(String rule) {
        return Reason.of("stopped", "the rule \"%s\" holds and stops those after it".formatted(rule));
    }

    /** A reason whose text begins with the rules that it concerns. */
    private static Reason of(List<String> rules, Reason reason) {
        return rules.isEmpty()
                ? reason
                : new Reason(reason.code(), String.join(", ", rules) + ": " + reason.text(), reason.evidence());
    }
}
