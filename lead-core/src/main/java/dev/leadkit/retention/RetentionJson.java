package dev.leadkit.retention;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.InvalidInputException;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Retention rules as JSON. */
final class RetentionJson {
    private RetentionJson() {}

    static RetentionRules parse(String json) {
        return DefinitionReader.read(json, "retention", (name, version, fields) -> {
            Set<String> ids = new HashSet<>();
            List<RetentionRule> rules = fields.objects("rules", rule -> rule(rule, ids));
            return fields.problems().isEmpty()
                    ? made(fields, "name", () -> new RetentionRules(name, version, rules))
                    : null;
        });
    }

    private static @Nullable RetentionRule rule(JsonFields fields, Set<String> ids) {
        Problems problems = fields.problems();
        String id = fields.text("id");
        if (id != null && !ids.add(id)) {
            problems.add(
                    fields.pointer("id"),
                    "duplicate-id",
                    "the id \"%s\" stands twice".formatted(id),
                    "use another one");
        }
        String of = fields.oneOf("class", LeadClass.KEYS);
        List<String> stages = fields.has("stages") ? fields.texts("stages") : fields.optionalTexts("stages");
        Period keep = period(fields);
        return id == null || of == null || keep == null
                ? null
                : made(fields, "id", () -> new RetentionRule(id, LeadClass.ofKey(of), new TreeSet<>(stages), keep));
    }

    /** What is made of a name; a name that is none becomes a problem. */
    private static <T> @Nullable T made(JsonFields fields, String member, Supplier<T> make) {
        try {
            return make.get();
        } catch (InvalidInputException unfit) {
            fields.problems()
                    .add(
                            fields.pointer(member),
                            "not-an-id",
                            "expected %s, found %s".formatted(unfit.expected(), unfit.found()),
                            "choose another one");
            return null;
        }
    }

    private static @Nullable Period period(JsonFields fields) {
        String text = fields.text("keep");
        if (text == null) {
            return null;
        }
        try {
            Period period = Period.parse(text);
            if (RetentionRule.isTaken(period)) {
                return period;
            }
        } catch (DateTimeParseException | ArithmeticException notAPeriod) {
            // Reported below, as zero and negative ones are.
        }
        fields.problems()
                .add(
                        fields.pointer("keep"),
                        "not-a-period",
                        "expected a period of up to 100 years, found \"%s\"".formatted(text),
                        "write it like P90D, P6M or P10Y");
        return null;
    }

    static String write(RetentionRules rules) {
        return JsonText.write(new JsonMembers()
                .text("kind", "retention")
                .number("format", 1L)
                .text("name", rules.name())
                .number("version", (long) rules.version())
                .objects(
                        "rules", rules.rules().stream().map(RetentionJson::rule).toList())
                .toObject());
    }

    private static JsonMembers rule(RetentionRule rule) {
        return new JsonMembers()
                .text("id", rule.id())
                .text("class", rule.of().key())
                .texts("stages", rule.stages())
                .text("keep", rule.keep());
    }
}
