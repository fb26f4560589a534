package dev.leadkit.definition.json;

import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNull;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, read by name and type. A member that is missing or wrong becomes a problem and null,
 * so that reading goes on and finds the rest. Not safe to share.
 */
public final class JsonFields {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final String OF_DURATIONS = "PTDHMS.0123456789";
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final String pointer;
    private final JsonObject object;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    JsonFields(String pointer, JsonObject object, Problems problems) {
        this.pointer = pointer;
        this.object = object;
        this.problems = problems;
    }

    /** Where this object stands in the document. */
    public String pointer() {
        return pointer;
    }

    /** Where a member stands in the document. */
    public String pointer(String key) {
        return JsonPointer.member(pointer, key);
    }

    public Problems problems() {
        return problems;
    }

    public boolean has(String key) {
        return object.members().containsKey(key);
    }

    /** Whether there is such a member, which may be missing; what it is, is read otherwise. */
    public boolean hasOptional(String key) {
        asked.add(key);
        return has(key);
    }

    /** The member names, in the order of the document. */
    public Set<String> keys() {
        return object.members().keySet();
    }

    /** A text that must be there and not be blank. */
    public @Nullable String text(String key) {
        return require(key) ? optionalText(key) : null;
    }

    /** A text that may be missing, but not be blank. */
    public @Nullable String optionalText(String key) {
        JsonString text = get(key, JsonString.class, "a text");
        if (text != null && isBlank(text.value())) {
            problems.add(
                    pointer(key), "blank", "expected a text, found a blank one", "write something or leave it out");
            return null;
        }
        if (text != null && text.value().codePoints().anyMatch(JsonFields::isUnfit)) {
            problems.add(
                    pointer(key),
                    "control-character",
                    "expected plain text, found a control character or half a surrogate pair",
                    "remove it");
            return null;
        }
        return text == null ? null : text.value();
    }

    static boolean isPlain(String text) {
        return !isBlank(text) && text.codePoints().noneMatch(JsonFields::isUnfit);
    }

    /** As schemas have it, in whose patterns {@code \\S} is none of the blanks that don't break, nor a byte order mark. */
    private static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK);
    }

    private static boolean isUnfit(int codePoint) {
        return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t'
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** A number that must be there, as a JSON number or, to keep its digits as they are, as a text. */
    public @Nullable String decimal(String key) {
        if (object.members().get(key) instanceof JsonNumber number) {
            asked.add(key);
            return number.value().toString();
        }
        return text(key);
    }

    /** An amount of money that must be there: a {@link #decimal} that begins with a digit. */
    public @Nullable String amount(String key) {
        String amount = decimal(key);
        if (isText(key) && amount != null && (amount.charAt(0) < '0' || amount.charAt(0) > '9')) {
            problems.add(
                    pointer(key),
                    "bad-amount",
                    "expected a number that begins with a digit, found \"%s\"".formatted(amount),
                    "write it like \"1200.50\"");
            return null;
        }
        return amount;
    }

    public boolean optionalFlag(String key) {
        JsonBoolean flag = get(key, JsonBoolean.class, "true or false");
        return flag != null && flag.value();
    }

    /** A whole number that must be there, with its bounds. */
    public @Nullable Integer integer(String key, int least, int most) {
        return require(key) ? optionalInteger(key, least, most) : null;
    }

    public @Nullable Integer optionalInteger(String key, int least, int most) {
        BigDecimal number = optionalNumber(key, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            problems.add(pointer(key), "wrong-type", "expected a whole number, found " + number, "round it");
            return null;
        }
        return number.intValueExact();
    }

    public @Nullable Double number(String key, double least, double most) {
        return require(key) ? optionalNumber(key, least, most) : null;
    }

    public @Nullable Double optionalNumber(String key, double least, double most) {
        BigDecimal number = optionalNumber(key, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        return number == null ? null : number.doubleValue();
    }

    private @Nullable BigDecimal optionalNumber(String key, BigDecimal least, BigDecimal most) {
        JsonNumber number = get(key, JsonNumber.class, "a number");
        if (number == null) {
            return null;
        }
        // Compared before it is used, so that 1e999999999 costs nothing.
        if (number.value().compareTo(least) < 0 || number.value().compareTo(most) > 0) {
            problems.add(
                    pointer(key),
                    "out-of-range",
                    "expected %s to %s, found %s".formatted(least, most, number.value()),
                    "choose a number in that range");
            return null;
        }
        return number.value();
    }

    /** A time such as P3D or PT12H, longer than zero, that must be there. */
    public @Nullable Duration duration(String key) {
        return require(key) ? optionalDuration(key) : null;
    }

    /** A time such as P3D or PT12H, longer than zero. */
    public @Nullable Duration optionalDuration(String key) {
        String text = optionalText(key);
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(LONGEST) > 0) {
                problems.add(
                        pointer(key),
                        "out-of-range",
                        "expected at most %s, found %s".formatted(LONGEST, duration),
                        "choose a shorter time");
                return null;
            }
            if (duration.isNegative() || duration.isZero()) {
                notADuration(key, "a time longer than zero", text);
            } else if (isPlainDuration(text)) {
                return duration;
            } else {
                notADuration(key, "capital letters and digits without signs", text);
            }
        } catch (DateTimeParseException | ArithmeticException none) {
            boolean calendar = isPeriod(text);
            notADuration(key, calendar ? "days, hours, minutes or seconds" : "an ISO 8601 duration", text);
        }
        return null;
    }

    /** Of all that Java reads, what schemas have: no small letters, signs or commas, and digits behind a point. */
    private static boolean isPlainDuration(String text) {
        return text.chars().allMatch(c -> OF_DURATIONS.indexOf(c) >= 0) && !text.contains(".S");
    }

    private void notADuration(String key, String expected, String found) {
        problems.add(
                pointer(key),
                "not-a-duration",
                "expected %s, found \"%s\"".formatted(expected, found),
                "write it like P3D or PT12H");
    }

    /** Whether it is of years, months or weeks, such as P1M. */
    private static boolean isPeriod(String text) {
        try {
            Period.parse(text);
            return true;
        } catch (DateTimeParseException | ArithmeticException none) {
            return false;
        }
    }

    /** An instant such as 2026-03-02T09:00:00Z that may be missing. */
    public @Nullable Instant optionalInstant(String key) {
        String text = optionalText(key);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            problems.add(
                    pointer(key),
                    "not-an-instant",
                    "expected an ISO 8601 instant, found \"%s\"".formatted(text),
                    "write it like 2026-03-02T09:00:00Z");
            return null;
        }
    }

    /** One of the names given. */
    public @Nullable String oneOf(String key, List<String> names) {
        String text = text(key);
        if (text != null && !names.contains(text)) {
            problems.add(
                    pointer(key),
                    "unknown-value",
                    "expected one of %s, found \"%s\"".formatted(String.join(", ", names), text),
                    "choose one of them");
            return null;
        }
        return text;
    }

    /** The objects of an array that must be there and not be empty. */
    public <T> List<T> objects(String key, Function<JsonFields, @Nullable T> read) {
        return requireSome(key) ? optionalObjects(key, read) : List.of();
    }

    /** The objects of an array; none when it is missing. Each object's unknown members become problems. */
    public <T> List<T> optionalObjects(String key, Function<JsonFields, @Nullable T> read) {
        return optionalItems(key, item -> {
            JsonFields fields = item.object();
            if (fields == null) {
                return null;
            }
            T value = read.apply(fields);
            fields.rejectUnknown();
            return value;
        });
    }

    /** The texts of an array that must be there and not be empty. */
    public List<String> texts(String key) {
        return requireSome(key) ? optionalTexts(key) : List.of();
    }

    /** The texts of an array; none when it is missing. */
    public List<String> optionalTexts(String key) {
        return optionalItems(key, JsonItem::text);
    }

    /** The items of an array that must be there and not be empty. */
    public <T> List<T> items(String key, Function<JsonItem, @Nullable T> read) {
        return requireSome(key) ? optionalItems(key, read) : List.of();
    }

    /** The items of an array; none when it is missing. One that is read as null is left out. */
    public <T> List<T> optionalItems(String key, Function<JsonItem, @Nullable T> read) {
        JsonArray array = get(key, JsonArray.class, "an array");
        if (array == null) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < array.items().size(); i++) {
            T value = read.apply(new JsonItem(
                    JsonPointer.item(pointer(key), i), array.items().get(i), problems));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** The members of an object that may be missing. Ask each, then call {@link #rejectUnknown()} on it. */
    public @Nullable JsonFields optionalObject(String key) {
        return optionalObject(key, "an object");
    }

    /**
     * The same.
     *
     * @param expected what may stand there, for a member that may be something else as well
     */
    public @Nullable JsonFields optionalObject(String key, String expected) {
        JsonObject member = get(key, JsonObject.class, expected);
        return member == null ? null : new JsonFields(pointer(key), member, problems);
    }

    /** The members of an object that must be there. */
    public @Nullable JsonFields object(String key) {
        return require(key) ? optionalObject(key) : null;
    }

    /** An object that may be missing, whatever it holds, to be kept as it is. */
    public @Nullable JsonObject optionalObjectAsItIs(String key) {
        return get(key, JsonObject.class, "an object");
    }

    /** Whether a member is a text, for the few that may be either a text or an object. */
    public boolean isText(String key) {
        return object.members().get(key) instanceof JsonString;
    }

    /** Whether a member is an object, for the few that may be either a number or an object. */
    public boolean isObject(String key) {
        return object.members().get(key) instanceof JsonObject;
    }

    /** Every member that was never asked for is a problem. */
    public void rejectUnknown() {
        for (String key : object.members().keySet()) {
            if (!asked.contains(key)) {
                problems.add(
                        pointer(key),
                        "unknown-key",
                        "there is no \"%s\" here".formatted(key),
                        "use one of: "
                                + String.join(", ", asked.stream().sorted().toList()));
            }
        }
    }

    /** Takes the members that were not asked for as they are, because a problem was reported in their place. */
    public void ignoreUnknown() {
        asked.addAll(object.members().keySet());
    }

    /** Whether there is something to read; an empty array is a problem, and can be read. */
    private boolean requireSome(String key) {
        if (require(key)
                && object.members().get(key) instanceof JsonArray array
                && array.items().isEmpty()) {
            problems.add(pointer(key), "empty", "expected at least one item, found none", "add one");
        }
        return has(key);
    }

    private boolean require(String key) {
        asked.add(key);
        if (!object.members().containsKey(key)) {
            problems.add(pointer, "missing", "\"%s\" is missing".formatted(key), "add \"%s\"".formatted(key));
            return false;
        }
        return true;
    }

    private <T extends JsonValue> @Nullable T get(String key, Class<T> type, String expected) {
        asked.add(key);
        JsonValue value = object.members().get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNull || !type.isInstance(value)) {
            problems.add(
                    pointer(key),
                    "wrong-type",
                    "expected %s, found %s".formatted(expected, value.kind()),
                    "write " + expected);
            return null;
        }
        return type.cast(value);
    }
}
