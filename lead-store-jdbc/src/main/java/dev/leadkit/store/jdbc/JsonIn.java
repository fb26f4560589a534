package dev.leadkit.store.jdbc;

import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object that {@link JsonOut} wrote. */
final class JsonIn {
    private final Map<String, JsonValue> members;

    private JsonIn(JsonValue value) {
        this.members = as(value, JsonObject.class).members();
    }

    /**
     * Reads a whole text.
     *
     * @param what the row it stands in, for the message; holds no contact data
     * @throws StoreException if it is not what LeadKit writes, without any of it
     */
    static <T> T read(String what, String json, Function<JsonIn, T> reader) {
        try {
            return reader.apply(new JsonIn(JsonText.parse(json)));
        } catch (RuntimeException unreadable) {
            throw new StoreException("the JSON of %s is not what LeadKit writes".formatted(what), null);
        }
    }

    Set<String> keys() {
        return members.keySet();
    }

    String text(String key) {
        return as(get(key), JsonString.class).value();
    }

    @Nullable
    String optionalText(String key) {
        return members.containsKey(key) ? text(key) : null;
    }

    int number(String key) {
        return as(get(key), JsonNumber.class).value().intValueExact();
    }

    @Nullable
    Integer optionalNumber(String key) {
        return members.containsKey(key) ? number(key) : null;
    }

    double fraction(String key) {
        JsonValue value = get(key);
        return value instanceof JsonNumber number
                ? number.value().doubleValue()
                : Double.parseDouble(as(value, JsonString.class).value());
    }

    boolean flag(String key) {
        return members.containsKey(key) && as(get(key), JsonBoolean.class).value();
    }

    Instant instant(String key) {
        return Instant.parse(text(key));
    }

    @Nullable
    Instant optionalInstant(String key) {
        return members.containsKey(key) ? instant(key) : null;
    }

    Duration duration(String key) {
        return Duration.parse(text(key));
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        return Enum.valueOf(type, text(key));
    }

    List<String> texts(String key) {
        return items(key).stream()
                .map(item -> as(item, JsonString.class).value())
                .toList();
    }

    <T> T object(String key, Function<JsonIn, T> read) {
        return read.apply(new JsonIn(get(key)));
    }

    <T> @Nullable T optionalObject(String key, Function<JsonIn, T> read) {
        return members.containsKey(key) ? object(key, read) : null;
    }

    <T> List<T> objects(String key, Function<JsonIn, T> read) {
        return items(key).stream().map(item -> read.apply(new JsonIn(item))).toList();
    }

    private List<JsonValue> items(String key) {
        return members.containsKey(key) ? as(get(key), JsonArray.class).items() : List.of();
    }

    private JsonValue get(String key) {
        JsonValue value = members.get(key);
        if (value == null) {
            throw new IllegalArgumentException("\"%s\" is missing".formatted(key));
        }
        return value;
    }

    private static <T extends JsonValue> T as(JsonValue value, Class<T> type) {
        return type.cast(value);
    }
}
