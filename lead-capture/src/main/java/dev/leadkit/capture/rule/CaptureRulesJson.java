package dev.leadkit.capture.rule;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.identity.LeadPolicy;
import dev.leadkit.lead.InvalidInputException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads capture rules from their JSON document, and holds the whole of it to {@link RuleLimits}. */
final class CaptureRulesJson {
    static final String KIND = "capture-rules";
    static final String PER_CONVERSATION = "per-conversation";
    static final String NEW_AFTER_CLOSED = "newAfterClosed";
    private static final String ONE_OPEN = "one-open";

    private CaptureRulesJson() {}

    static CaptureRules parse(String json) {
        return DefinitionReader.read(json, KIND, (name, version, fields) -> {
            String policy = fields.oneOf(
                    "policy",
                    Arrays.stream(CapturePolicy.values())
                            .map(CapturePolicy::key)
                            .toList());
            LeadPolicy leads = leads(fields);
            Set<String> ids = new HashSet<>();
            List<CaptureRule> rules = fields.optionalObjects("rules", rule -> rule(rule, ids));
            if (!fields.has("rules") && CapturePolicy.BY_RULE.key().equals(policy)) {
                fields.problems().add("", "missing", "\"rules\" is missing", "add \"rules\" or capture everyone");
            }
            if (policy == null || leads == null) {
                return null;
            }
            var read = new CaptureRules(name, version, policyOf(policy), leads, rules);
            requireSmall(read, fields.problems());
            return fields.problems().isEmpty() ? read : null;
        });
    }

    private static CapturePolicy policyOf(String key) {
        return CapturePolicy.EVERYONE.key().equals(key) ? CapturePolicy.EVERYONE : CapturePolicy.BY_RULE;
    }

    private static @Nullable LeadPolicy leads(JsonFields fields) {
        if (!fields.hasOptional("leads")) {
            return LeadPolicy.ONE_OPEN;
        }
        if (fields.isText("leads")) {
            String key = fields.oneOf("leads", List.of(ONE_OPEN, PER_CONVERSATION));
            return key == null ? null : key.equals(ONE_OPEN) ? LeadPolicy.ONE_OPEN : LeadPolicy.PER_CONVERSATION;
        }
        JsonFields after =
                fields.optionalObject("leads", "\"one-open\", \"per-conversation\" or an object with newAfterClosed");
        if (after == null) {
            return null;
        }
        Integer days = after.integer(NEW_AFTER_CLOSED, 1, LeadPolicy.NewAfterClosed.MAX_DAYS);
        after.rejectUnknown();
        return days == null ? null : LeadPolicy.newAfterClosed(days);
    }

    private static void requireSmall(CaptureRules read, Problems problems) {
        requireAtMost(RuleLimits.MAX_RULES, read.rules().size(), "rules", problems);
        int conditions =
                read.rules().stream().mapToInt(rule -> rule.when().size()).sum();
        requireAtMost(RuleLimits.MAX_CONDITIONS, conditions, "conditions", problems);
        requireAtMost(RuleLimits.MAX_PATTERNS, read.patterns().size(), "different patterns", problems);
        requireAtMost(RuleLimits.MAX_PATTERN_STEPS, read.patternSteps(), "steps of patterns", problems);
    }

    private static void requireAtMost(int most, int found, String what, Problems problems) {
        if (found > most) {
            problems.add(
                    "/rules",
                    "too-many",
                    "expected at most %s %s, found %s".formatted(most, what, found),
                    "join or remove some");
        }
    }

    private static @Nullable CaptureRule rule(JsonFields fields, Set<String> ids) {
        String id = fields.text("id");
        if (id != null && !ids.add(id)) {
            fields.problems()
                    .add(
                            fields.pointer("id"),
                            "duplicate-rule",
                            "the rule \"%s\" stands twice".formatted(id),
                            "give it an id of its own");
        }
        Integer priority = fields.optionalInteger("priority", -1_000_000, 1_000_000);
        JsonFields when = fields.object("when");
        Condition condition = when == null ? null : ConditionReader.read(when);
        JsonFields then = fields.object("then");
        Effect effect = then == null ? null : EffectReader.read(then);
        boolean stop = fields.optionalFlag("stop");
        var cooldown = fields.optionalDuration("cooldown");
        if (id == null || condition == null || effect == null) {
            return null;
        }
        try {
            return new CaptureRule(id, priority == null ? 0 : priority, condition, effect, stop, cooldown);
        } catch (InvalidInputException refused) {
            fields.problems()
                    .add(
                            fields.pointer("id"),
                            "bad-id",
                            "expected %s, found %s".formatted(refused.expected(), refused.found()),
                            "choose a short, plain id");
            return null;
        }
    }
}
