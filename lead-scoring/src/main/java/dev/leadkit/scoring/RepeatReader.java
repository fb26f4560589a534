package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** Reads which of the things counted get points. */
final class RepeatReader {
    private static final int MOST = 1000;

    private RepeatReader() {}

    static @Nullable Repeat read(JsonFields factor, @Nullable String input) {
        if (!factor.hasOptional("repeat")) {
            return null;
        }
        if (!factor.has("each")) {
            factor.problems()
                    .add(
                            factor.pointer("repeat"),
                            "unused-repeat",
                            "only points of \"each\" are repeated",
                            "write \"each\", or leave it out");
        }
        if (!factor.isObject("repeat")) {
            String name = factor.optionalText("repeat");
            if ("each".equals(name)) {
                return Repeat.each();
            } else if ("once".equals(name)) {
                return Repeat.once();
            } else if (name != null) {
                unclear(factor, factor.pointer("repeat"), "found \"%s\"".formatted(name));
            }
            return null;
        }
        JsonFields fields = factor.optionalObject("repeat");
        return fields == null ? null : counted(factor, fields, input);
    }

    private static @Nullable Repeat counted(JsonFields factor, JsonFields fields, @Nullable String input) {
        Integer first = fields.optionalInteger("first", 1, MOST);
        Integer perDay = fields.optionalInteger("perDay", 1, MOST);
        fields.rejectUnknown();
        if (fields.has("first") == fields.has("perDay")) {
            unclear(factor, fields.pointer(), "found keys " + fields.keys());
            return null;
        }
        LeadInput counted = input == null ? null : LeadInput.find(input);
        if (fields.has("perDay") && input != null && (counted == null || !counted.isCountedByDay())) {
            factor.problems()
                    .add(
                            fields.pointer("perDay"),
                            "no-days",
                            "\"%s\" is not counted by day".formatted(input),
                            "write \"first\", or read engagement.messages or engagement.questions");
        }
        if (first != null) {
            return Repeat.first(first);
        }
        return perDay == null ? null : Repeat.perDay(perDay);
    }

    private static void unclear(JsonFields factor, String pointer, String found) {
        factor.problems()
                .add(
                        pointer,
                        "unclear-repeat",
                        "expected \"once\", \"each\", {\"first\": n} or {\"perDay\": n}, " + found,
                        "write one of them");
    }
}
