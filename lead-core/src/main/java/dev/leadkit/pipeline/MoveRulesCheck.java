package dev.leadkit.pipeline;

import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the rules of a draft that say where leads may be moved beside its transitions. */
final class MoveRulesCheck {
    private final PipelineDraft draft;
    private final Map<String, Stage> stages;
    private final Problems problems;

    private MoveRulesCheck(PipelineDraft draft, Map<String, Stage> stages, Problems problems) {
        this.draft = draft;
        this.stages = stages;
        this.problems = problems;
    }

    /** @param stages those of the draft, by key */
    static void check(PipelineDraft draft, Map<String, Stage> stages, Problems problems) {
        var check = new MoveRulesCheck(draft, stages, problems);
        Reopening reopening = draft.reopening();
        if (reopening != null && reopening.to() != null) {
            check.open("/reopen/to", reopening.to());
        }
        for (Placed<Stage> placed : draft.stages()) {
            check.limit(placed.pointer() + "/wipLimit", placed.value().wipLimit());
        }
        Set<String> ids = new HashSet<>();
        for (Placed<TimedRule> placed : draft.timed()) {
            check.id(placed.pointer() + "/id", placed.value().id(), ids);
            check.rule(placed.pointer(), placed.value());
        }
    }

    private void limit(String at, @Nullable WipLimit limit) {
        if (limit != null && (isBelowOne(limit.leads()) || isBelowOne(limit.perAssignee()))) {
            add(at, "out-of-range", "expected 1 or more, found less", "choose a number in that range");
        }
    }

    private static boolean isBelowOne(@Nullable Integer number) {
        return number != null && number < 1;
    }

    private void id(String at, String id, Set<String> ids) {
        try {
            Input.id("id", id);
        } catch (InvalidInputException refused) {
            add(
                    at,
                    "bad-key",
                    "expected %s, found %s".formatted(refused.expected(), refused.found()),
                    "choose a short, plain id");
        }
        if (!ids.add(id)) {
            add(at, "duplicate-rule", "the rule \"%s\" stands twice".formatted(id), "give each rule an id of its own");
        }
    }

    private void rule(String at, TimedRule rule) {
        open(at + "/stage", rule.stage());
        if (rule.to() == null && rule.tag() == null) {
            add(at, "no-effect", "the rule neither moves nor tags a lead", "add \"to\", \"tag\" or both");
        }
        if (rule.reason() != null && rule.to() == null) {
            add(at + "/reason", "reason-unused", "only a move has a reason", "add \"to\" or remove the reason");
        }
        if (rule.to() != null) {
            move(at, rule, rule.to());
        }
    }

    private void move(String at, TimedRule rule, String to) {
        Stage target = known(at + "/to", to);
        if (target == null || !stages.containsKey(rule.stage())) {
            return;
        }
        boolean declared = draft.effectiveTransitions().stream()
                .anyMatch(move -> move.from().equals(rule.stage()) && move.to().equals(to));
        if (!declared) {
            add(
                    at + "/to",
                    "not-declared",
                    "no transition leads from \"%s\" to \"%s\", so the rule could move no lead"
                            .formatted(rule.stage(), to),
                    "add the transition or choose another stage");
        }
        boolean isTaken = target.lostReasons().isEmpty()
                || target.lostReasons().stream().anyMatch(each -> each.key().equals(rule.reason()));
        if (rule.reason() != null && !isTaken) {
            add(
                    at + "/reason",
                    "unknown-lost-reason",
                    "the reason is none of those of \"%s\"".formatted(to),
                    "use the key of one of them");
        }
        if (rule.reason() == null && target.required().contains(LeadField.LOST_REASON)) {
            add(at, "missing", "\"%s\" requires a reason, and the rule has none".formatted(to), "add \"reason\"");
        }
    }

    private void open(String at, String key) {
        Stage stage = known(at, key);
        if (stage != null && stage.category().isClosed()) {
            add(
                    at,
                    "closed-stage",
                    "expected an open stage, \"%s\" is %s"
                            .formatted(key, stage.category().key()),
                    "choose an open one");
        }
    }

    private @Nullable Stage known(String at, String key) {
        Stage stage = stages.get(key);
        if (stage == null) {
            add(
                    at,
                    "unknown-stage",
                    "there is no stage \"%s\"".formatted(key),
                    "use one of: "
                            + String.join(
                                    ", ", stages.keySet().stream().sorted().toList()));
        }
        return stage;
    }

    private void add(String at, String code, String message, String mend) {
        problems.add(at, code, message, mend);
    }
}
