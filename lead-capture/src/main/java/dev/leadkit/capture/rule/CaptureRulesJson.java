package dev.leadkit.capture.rule;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads capture rules from their JSON document. */
final class CaptureRulesJson {
    private static final int MAX_RULES = 500;
    private static final int MAX_DEPTH = 10;
    private static final List<String> LEAVES =
            List.of("all", "any", "not", "contact", "marked", "intent", "text", "channel", "score", "tags");

    private CaptureRulesJson() {}

    static CaptureRules parse(String json) {
        return DefinitionReader.read(json, "capture-rules", (name, version, fields) -> {
            String policy = fields.oneOf(
                    "policy",
                    Arrays.stream(CapturePolicy.values())
                            .map(CapturePolicy::key)
                            .toList());
            Set<String> ids = new HashSet<>();
            List<CaptureRule> rules = fields.optionalObjects("rules", rule -> rule(rule, ids));
            if (!fields.has("rules") && CapturePolicy.BY_RULE.key().equals(policy)) {
                fields.problems().add("", "missing", "\"rules\" is missing", "add \"rules\" or capture everyone");
            }
            if (rules.size() > MAX_RULES) {
                fields.problems()
                        .add(
                                "/rules",
                                "too-many",
                                "expected at most %d rules, found %d".formatted(MAX_RULES, rules.size()),
                                "join or remove some");
            }
            return policy == null || !fields.problems().isEmpty()
                    ? null
                    : new CaptureRules(name, version, policyOf(policy), rules);
        });
    }

    private static CapturePolicy policyOf(String key) {
        return CapturePolicy.EVERYONE.key().equals(key) ? CapturePolicy.EVERYONE : CapturePolicy.BY_RULE;
    }

    /** For the builder; the reader reports repeats as it meets them. */
    static void requireUniqueIds(List<CaptureRule> rules) {
        var problems = new Problems();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!seen.add(rules.get(i).id())) {
                duplicate(problems, "/rules/%d/id".formatted(i), rules.get(i).id());
            }
        }
        problems.throwIfAny();
    }

    private static void duplicate(Problems problems, String at, String id) {
        problems.add(at, "duplicate-rule", "the rule \"%s\" stands twice".formatted(id), "give it an id of its own");
    }

    private static @Nullable CaptureRule rule(JsonFields fields, Set<String> ids) {
        String id = fields.text("id");
        if (id != null && !ids.add(id)) {
            duplicate(fields.problems(), fields.pointer("id"), id);
        }
        Integer priority = fields.optionalInteger("priority", -1_000_000, 1_000_000);
        JsonFields when = fields.object("when");
        Condition condition = when == null ? null : condition(when, 1);
        JsonFields then = fields.object("then");
        Effect effect = then == null ? null : effect(then);
        boolean stop = fields.optionalFlag("stop");
        var cooldown = fields.optionalDuration("cooldown");
        if (id != null && (id.length() > Input.MAX_NAME_BYTES / 3 || id.indexOf('\n') >= 0 || id.indexOf('\t') >= 0)) {
            fields.problems()
                    .add(fields.pointer("id"), "bad-id", "expected a short id in one line", "choose a short, plain id");
            return null;
        }
        return id == null || condition == null || effect == null
                ? null
                : new CaptureRule(id, priority == null ? 0 : priority, condition, effect, stop, cooldown);
    }

    private static @Nullable Condition condition(JsonFields fields, int depth) {
        List<String> kinds = fields.keys().stream().filter(LEAVES::contains).toList();
        if (kinds.size() != 1 || depth > MAX_DEPTH) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            depth > MAX_DEPTH ? "too-deep" : "unknown-condition",
                            depth > MAX_DEPTH
                                    ? "conditions are nested deeper than " + MAX_DEPTH
                                    : "expected exactly one of %s, found %s"
                                            .formatted(String.join(", ", LEAVES), fields.keys()),
                            depth > MAX_DEPTH ? "flatten it" : "write one of them");
            fields.ignoreUnknown();
            return null;
        }
        Condition condition = leaf(kinds.get(0), fields, depth);
        fields.rejectUnknown();
        return condition;
    }

    private static @Nullable Condition leaf(String kind, JsonFields fields, int depth) {
        return switch (kind) {
            case "all" -> new Condition.All(parts(kind, fields, depth));
            case "any" -> new Condition.Any(parts(kind, fields, depth));
            case "not" -> not(fields, depth);
            case "contact" -> contact(fields);
            case "marked" ->
                fields.oneOf("marked", List.of("qualified")) == null ? null : new Condition.MarkedQualified();
            case "intent" -> intent(fields);
            case "text" -> text(fields);
            case "channel" -> new Condition.OnChannel(texts("channel", fields));
            case "score" -> score(fields);
            default -> tags(fields);
        };
    }

    private static List<Condition> parts(String kind, JsonFields fields, int depth) {
        return fields.objects(kind, part -> condition(part, depth + 1));
    }

    private static @Nullable Condition not(JsonFields fields, int depth) {
        JsonFields part = fields.object("not");
        Condition condition = part == null ? null : condition(part, depth + 1);
        return condition == null ? null : new Condition.Not(condition);
    }

    private static @Nullable Condition contact(JsonFields fields) {
        String key = fields.oneOf(
                "contact",
                Arrays.stream(ContactKind.values()).map(ContactKind::key).toList());
        return Arrays.stream(ContactKind.values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .map(Condition.ContactGiven::new)
                .orElse(null);
    }

    private static @Nullable Condition intent(JsonFields fields) {
        String key = fields.oneOf(
                "intent",
                Arrays.stream(IntentKind.values()).map(IntentKind::key).toList());
        Double least = fields.optionalNumber("atLeast", 0, 1);
        return Arrays.stream(IntentKind.values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .map(kind -> new Condition.IntentAtLeast(kind, least == null ? 0.5 : least))
                .orElse(null);
    }

    private static @Nullable Condition text(JsonFields fields) {
        JsonFields text = fields.object("text");
        if (text == null) {
            return null;
        }
        String pattern = text.text("matches");
        text.rejectUnknown();
        if (pattern == null) {
            return null;
        }
        try {
            return Condition.text(pattern);
        } catch (InvalidInputException refused) {
            text.problems()
                    .add(
                            text.pointer("matches"),
                            "bad-pattern",
                            "expected %s, found %s".formatted(refused.expected(), refused.found()),
                            "write a simpler RE2 pattern");
            return null;
        }
    }

    private static @Nullable Condition score(JsonFields fields) {
        JsonFields score = fields.object("score");
        if (score == null) {
            return null;
        }
        Integer least = score.integer("atLeast", 0, 100);
        score.rejectUnknown();
        return least == null ? null : new Condition.ScoreAtLeast(least);
    }

    private static @Nullable Condition tags(JsonFields fields) {
        JsonFields tags = fields.object("tags");
        if (tags == null) {
            return null;
        }
        Set<String> any = texts("any", tags);
        tags.rejectUnknown();
        return new Condition.TaggedAny(any);
    }

    private static Set<String> texts(String key, JsonFields fields) {
        if (!fields.has(key)) {
            fields.problems()
                    .add(fields.pointer(), "missing", "\"%s\" is missing".formatted(key), "add \"%s\"".formatted(key));
        }
        List<String> texts = fields.optionalTexts(key);
        return new TreeSet<>(texts);
    }

    private static @Nullable Effect effect(JsonFields fields) {
        boolean createLead = fields.optionalFlag("createLead");
        String stage = fields.optionalText("stage");
        Set<String> tags = new LinkedHashSet<>(fields.optionalTexts("tags"));
        String assignee = fields.optionalText("assign");
        boolean budget = fields.isText("amount");
        Money amount = null;
        if (budget) {
            fields.oneOf("amount", List.of("budget"));
        } else {
            JsonFields money = fields.optionalObject("amount");
            amount = money == null ? null : money(money);
        }
        if (fields.keys().isEmpty()) {
            fields.problems()
                    .add(fields.pointer(), "empty", "the rule does nothing", "add createLead, tags, stage or another");
        }
        fields.rejectUnknown();
        try {
            return new Effect(createLead, stage, tags, assignee, amount, budget);
        } catch (InvalidInputException refused) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            "bad-value",
                            "%s: expected %s, found %s".formatted(refused.field(), refused.expected(), refused.found()),
                            "shorten or mend it");
            return null;
        }
    }

    private static @Nullable Money money(JsonFields fields) {
        String amount = fields.decimal("amount");
        String currency = fields.text("currency");
        fields.rejectUnknown();
        if (amount == null || currency == null) {
            return null;
        }
        try {
            return Money.of(amount, currency);
        } catch (InvalidInputException refused) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            "bad-amount",
                            "expected %s, found %s".formatted(refused.expected(), refused.found()),
                            "write it like \"1200.50\" and \"EUR\"");
            return null;
        }
    }
}
