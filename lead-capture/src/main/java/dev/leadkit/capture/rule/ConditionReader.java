package dev.leadkit.capture.rule;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the {@code when} of rules: exactly one kind to an object. */
final class ConditionReader {
    private static final List<String> KINDS = List.of(
            "all",
            "any",
            "not",
            "contact",
            "marked",
            "intent",
            "text",
            "channel",
            "score",
            "tags",
            "time",
            "messages",
            "questions",
            "budget",
            "consent",
            "attribute");

    private ConditionReader() {}

    /** @return null when problems were added */
    static @Nullable Condition read(JsonFields fields) {
        return read(fields, 1);
    }

    private static @Nullable Condition read(JsonFields fields, int depth) {
        List<String> kinds = fields.keys().stream().filter(KINDS::contains).toList();
        boolean tooDeep = depth > RuleLimits.MAX_DEPTH;
        if (kinds.size() != 1 || tooDeep) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            tooDeep ? "too-deep" : "unknown-condition",
                            tooDeep
                                    ? "conditions are nested deeper than " + RuleLimits.MAX_DEPTH
                                    : "expected exactly one of %s, found %s"
                                            .formatted(String.join(", ", KINDS), fields.keys()),
                            tooDeep ? "flatten it" : "write one of them");
            fields.ignoreUnknown();
            return null;
        }
        String kind = kinds.get(0);
        Condition condition;
        try {
            condition = ofKind(kind, fields, depth);
        } catch (InvalidInputException refused) {
            EffectReader.badValue(fields, fields.pointer(kind), refused);
            return null;
        }
        fields.rejectUnknown();
        return condition;
    }

    private static @Nullable Condition ofKind(String kind, JsonFields fields, int depth) {
        return switch (kind) {
            case "all" -> parts(kind, fields, depth, Condition.All::new);
            case "any" -> parts(kind, fields, depth, Condition.Any::new);
            case "not" -> within(fields, kind, part -> negated(read(part, depth + 1)));
            case "contact" -> contact(fields);
            case "marked" ->
                fields.oneOf("marked", List.of("qualified")) == null ? null : new Condition.MarkedQualified();
            case "intent" -> intent(fields);
            case "text" -> closed(fields, kind, ConditionReader::text);
            case "channel" -> channel(fields);
            case "score" -> closed(fields, kind, score -> counted(score, 0, 100, Condition.ScoreAtLeast::new));
            case "tags" -> closed(fields, kind, ConditionReader::tags);
            case "time" -> closed(fields, kind, ConditionReader::time);
            case "messages" ->
                closed(fields, kind, count -> counted(count, 1, RuleLimits.MAX_COUNT, Condition.MessagesAtLeast::new));
            case "questions" ->
                closed(fields, kind, count -> counted(count, 1, RuleLimits.MAX_COUNT, Condition.QuestionsAtLeast::new));
            case "budget" -> closed(fields, kind, ConditionReader::budget);
            case "consent" -> consent(fields);
            default -> closed(fields, kind, ConditionReader::attribute);
        };
    }

    private static @Nullable Condition within(
            JsonFields fields, String key, Function<JsonFields, @Nullable Condition> read) {
        JsonFields object = fields.object(key);
        return object == null ? null : read.apply(object);
    }

    /** What an object holds of which every member must be known. */
    private static @Nullable Condition closed(
            JsonFields fields, String key, Function<JsonFields, @Nullable Condition> read) {
        return within(fields, key, object -> {
            try {
                return read.apply(object);
            } finally {
                object.rejectUnknown();
            }
        });
    }

    private static @Nullable Condition parts(
            String kind, JsonFields fields, int depth, Function<List<Condition>, Condition> join) {
        List<Condition> parts = fields.objects(kind, part -> read(part, depth + 1));
        if (parts.size() > RuleLimits.MAX_PARTS) {
            fields.problems()
                    .add(
                            fields.pointer(kind),
                            "too-many",
                            "expected at most %s conditions, found %s".formatted(RuleLimits.MAX_PARTS, parts.size()),
                            "group or remove some");
            return null;
        }
        return join.apply(parts);
    }

    private static @Nullable Condition negated(@Nullable Condition part) {
        return part == null ? null : new Condition.Not(part);
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
        String pattern = fields.text("matches");
        if (pattern == null) {
            return null;
        }
        try {
            return Condition.text(pattern);
        } catch (InvalidInputException refused) {
            fields.problems()
                    .add(
                            fields.pointer("matches"),
                            "bad-pattern",
                            "expected %s, found %s".formatted(refused.expected(), refused.found()),
                            "write a simpler RE2 pattern");
            return null;
        }
    }

    private static @Nullable Condition counted(
            JsonFields fields, int from, int most, Function<Integer, Condition> read) {
        Integer least = fields.integer("atLeast", from, most);
        return least == null ? null : read.apply(least);
    }

    private static @Nullable Condition channel(JsonFields fields) {
        Set<String> channels = new TreeSet<>(fields.texts("channel"));
        return channels.isEmpty() ? null : new Condition.OnChannel(channels);
    }

    private static @Nullable Condition tags(JsonFields fields) {
        Set<String> any = optionalTexts(fields, "any");
        Set<String> all = optionalTexts(fields, "all");
        Set<String> none = optionalTexts(fields, "none");
        if (fields.keys().isEmpty()) {
            fields.problems().add(fields.pointer(), "empty", "it asks for no tag", "add any, all or none");
        }
        return any.isEmpty() && all.isEmpty() && none.isEmpty() ? null : new Condition.Tagged(any, all, none);
    }

    private static @Nullable Condition time(JsonFields fields) {
        String zone = fields.text("zone");
        Set<DayOfWeek> days = days(fields);
        LocalTime from = parsed(fields, "from", "a time of day such as 09:00", ConditionReader::timeOfDay);
        LocalTime until = parsed(fields, "until", "a time of day such as 17:30", ConditionReader::timeOfDay);
        ZoneId place = zone == null ? null : parsed(fields, "zone", "a time zone such as Europe/Oslo", ZoneId::of);
        // Also without a zone, so that what is wrong with the times is told as well.
        var window = new TimeWindow(
                place == null ? ZoneOffset.UTC : place,
                days.isEmpty() ? Set.of(DayOfWeek.values()) : days,
                from == null ? LocalTime.MIDNIGHT : from,
                until == null ? LocalTime.MIDNIGHT : until);
        return place == null || days.isEmpty() ? null : new Condition.SentAt(window);
    }

    /** Every day where none is named; empty where one is no day. */
    private static Set<DayOfWeek> days(JsonFields fields) {
        List<String> keys = TimeWindow.allDayKeys();
        Set<DayOfWeek> days = new TreeSet<>();
        Set<String> named = optionalTexts(fields, "days");
        for (String key : fields.has("days") ? named : keys) {
            int day = keys.indexOf(key);
            if (day < 0) {
                fields.problems()
                        .add(
                                fields.pointer("days"),
                                "unknown-value",
                                "expected some of %s, found \"%s\"".formatted(String.join(", ", keys), key),
                                "choose of them");
                return Set.of();
            }
            days.add(DayOfWeek.of(day + 1));
        }
        return days;
    }

    /** Of all that Java reads, what the schema has: digits behind a point. */
    private static LocalTime timeOfDay(String text) {
        if (text.endsWith(".")) {
            throw new DateTimeException("no fraction of a second");
        }
        return LocalTime.parse(text);
    }

    private static <T> @Nullable T parsed(JsonFields fields, String key, String expected, Function<String, T> parse) {
        String text = fields.optionalText(key);
        try {
            return text == null ? null : parse.apply(text);
        } catch (DateTimeException none) {
            fields.problems()
                    .add(
                            fields.pointer(key),
                            "bad-time",
                            "expected %s, found \"%s\"".formatted(expected, text),
                            "write " + expected);
            return null;
        }
    }

    private static @Nullable Condition budget(JsonFields fields) {
        String amount = fields.amount("atLeast");
        String currency = fields.text("currency");
        return amount == null || currency == null ? null : new Condition.BudgetAtLeast(Money.of(amount, currency));
    }

    private static @Nullable Condition consent(JsonFields fields) {
        String purpose = fields.text("consent");
        return purpose == null ? null : Condition.consent(purpose);
    }

    private static @Nullable Condition attribute(JsonFields fields) {
        String name = fields.text("name");
        Set<String> values = optionalTexts(fields, "any");
        return name == null ? null : new Condition.WithAttribute(name, values);
    }

    /** A list that may be missing, but not be empty. */
    private static Set<String> optionalTexts(JsonFields fields, String key) {
        return new TreeSet<>(fields.has(key) ? fields.texts(key) : fields.optionalTexts(key));
    }
}
