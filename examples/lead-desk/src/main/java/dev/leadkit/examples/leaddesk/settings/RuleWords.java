package dev.leadkit.examples.leaddesk.settings;

import dev.leadkit.capture.rule.CaptureRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A capture rule in words. @param when what must be so @param then what is done */
public record RuleWords(String id, String when, String then) {
    private static final Map<String, String> WORDS = Map.of(
            "contact", "contact given:",
            "marked", "marked as",
            "intent", "intent:",
            "createLead", "make it a lead",
            "tags", "tag",
            "amount", "amount from");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Of all rules, in the order of the document. */
    public static List<RuleWords> of(CaptureRules rules) {
        List<RuleWords> words = new ArrayList<>();
        for (JsonNode rule : MAPPER.readTree(rules.toJson()).path("rules")) {
            String then = members(rule.path("then"));
            words.add(new RuleWords(
                    rule.path("id").asString(),
                    condition(rule.path("when")),
                    (then.isEmpty() ? "nothing" : then) + (rule.path("stop").asBoolean(false) ? ", then stop" : "")));
        }
        return words;
    }

    private static String condition(JsonNode when) {
        if (when.has("all")) {
            return joined(when.path("all"), " and ");
        }
        if (when.has("any")) {
            return joined(when.path("any"), " or ");
        }
        return when.has("not") ? "not (" + condition(when.path("not")) + ")" : members(when);
    }

    private static String joined(JsonNode parts, String word) {
        return parts.valueStream()
                .map(part -> part.has("all") || part.has("any") ? "(" + condition(part) + ")" : condition(part))
                .collect(Collectors.joining(word));
    }

    private static String members(JsonNode object) {
        return object.properties().stream()
                .map(member -> name(member.getKey()) + value(member.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** {@code createLead} as {@code create lead}, unless there is a better word. */
    private static String name(String key) {
        String word = WORDS.get(key);
        return word != null ? word : key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String value(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "" : ": no";
        }
        if (value.isObject()) {
            return " " + members(value);
        }
        return " "
                + (value.isArray()
                        ? value.valueStream().map(RuleWords::text).collect(Collectors.joining(" or "))
                        : text(value));
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString();
    }
}
