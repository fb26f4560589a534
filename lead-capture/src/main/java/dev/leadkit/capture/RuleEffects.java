package dev.leadkit.capture;

import dev.leadkit.capture.rule.Assignment;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.capture.rule.RuleFacts;
import dev.leadkit.capture.rule.Verdict;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which rules of a conversation fired so far, and what came of it. Not safe to share. */
final class RuleEffects {
    private final CaptureRules rules;
    private final ConsentLog consents;
    private final Map<String, Firing> firings = new LinkedHashMap<>();
    private final List<StageMove> stageMoves = new ArrayList<>();
    private final Set<String> tags = new TreeSet<>();
    private @Nullable Firing assigning;
    private @Nullable Firing pricing;
    private @Nullable Instant capturedAt;
    private @Nullable Reason capturedBecause;

    /** @param consents where rules put what the visitor says of the uses of his data */
    RuleEffects(CaptureRules rules, ConsentLog consents) {
        this.rules = rules;
        this.consents = consents;
    }

    /** Looks at every rule once, as of the message or mark that came at an instant. */
    void apply(RuleFacts facts, Instant at) {
        for (CaptureRule rule : rules.rules()) {
            Firing before = firings.get(rule.id());
            boolean mayFire = before == null
                    || rule.cooldown() != null && !at.isBefore(before.last().plus(rule.cooldown()));
            if (!mayFire && !rule.stop()) {
                continue;
            }
            Verdict verdict = rule.when().evaluate(facts);
            if (verdict.holds() && mayFire) {
                fire(rule, before, at, verdict, facts);
            }
            if (verdict.holds() && rule.stop()) {
                return;
            }
        }
    }

    private void fire(CaptureRule rule, @Nullable Firing before, Instant at, Verdict verdict, RuleFacts facts) {
        Firing firing = before == null ? new Firing(rule, at, at, verdict.because()) : before.again(at);
        firings.put(rule.id(), firing);
        Effect then = rule.then();
        tags.addAll(then.tags());
        if (then.stage() != null) {
            stageMoves.add(new StageMove(rule, at, facts.score().orElse(0)));
        }
        if (then.assign() != null && assigning == null) {
            assigning = firing;
        }
        if ((then.amount() != null || then.amountFromBudget()) && pricing == null) {
            pricing = firing;
        }
        if (then.consent() != null) {
            consents.add(rule, then.consent(), verdict, at);
        }
        if (then.createLead()) {
            capture(at, firing.asReason());
        }
    }

    /** Makes the conversation a lead; the first reason stands. */
    void capture(Instant at, Reason because) {
        if (capturedAt == null) {
            capturedAt = at;
            capturedBecause = because;
        }
    }

    /** When it became a lead; absent as long as it is none. */
    @Nullable
    Instant capturedAt() {
        return capturedAt;
    }

    /** Why it became a lead; empty as long as it is none. */
    List<Reason> capturedBecause() {
        return capturedBecause == null ? List.of() : List.of(capturedBecause);
    }

    /** Rules that fired, in the order in which they first did. */
    List<Firing> firings() {
        return List.copyOf(firings.values());
    }

    /** Moves that rules asked for, in their order; whether the pipeline allows them is not decided here. */
    List<StageMove> stageMoves() {
        return stageMoves;
    }

    Set<String> tags() {
        return tags;
    }

    /** Who gets the lead of a session; absent when no rule says so. */
    @Nullable
    String assignee(String session) {
        Assignment assign = assigning == null ? null : assigning.rule().then().assign();
        return assign == null ? null : assign.choose(session);
    }

    /**
     * What the deal may bring.
     *
     * @param budget what the visitor said, for a rule that takes it; absent when he named none with its currency
     */
    @Nullable
    Attributed<Money> expectedAmount(@Nullable Attributed<Money> budget) {
        if (pricing == null) {
            return null;
        }
        Money amount = pricing.rule().then().amount();
        if (amount == null) {
            return budget;
        }
        String rule = pricing.rule().id();
        return new Attributed<>(
                amount, new Provenance(Provenance.Origin.RULE, rule, Assurance.CLAIMED, 1.0, null, pricing.at()));
    }
}
