package dev.leadkit.store.jdbc;

import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object member by member. What is absent, empty or false is left out. Read with {@link JsonIn}. */
final class JsonOut {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    JsonOut text(String key, @Nullable String value) {
        return put(key, value == null ? null : new JsonString(value));
    }

    JsonOut number(String key, @Nullable Integer value) {
        return put(key, value == null ? null : new JsonNumber(BigDecimal.valueOf(value)));
    }

    /** As a number where JSON has it; else, for -0.0 and what is no number, as a text. */
    JsonOut fraction(String key, double value) {
        boolean hasNumber = Double.isFinite(value) && Double.compare(value, -0.0) != 0;
        return put(
                key,
                hasNumber
                        ? new JsonNumber(new BigDecimal(Double.toString(value)))
                        : new JsonString(Double.toString(value)));
    }

    JsonOut flag(String key, boolean value) {
        return put(key, value ? new JsonBoolean(true) : null);
    }

    JsonOut instant(String key, @Nullable Instant value) {
        return text(key, value == null ? null : value.toString());
    }

    JsonOut duration(String key, Duration value) {
        return text(key, value.toString());
    }

    JsonOut constant(String key, Enum<?> value) {
        return text(key, value.name());
    }

    JsonOut texts(String key, Collection<String> values) {
        return put(
                key,
                values.isEmpty()
                        ? null
                        : new JsonArray(
                                values.stream().<JsonValue>map(JsonString::new).toList()));
    }

    <T> JsonOut object(String key, @Nullable T value, Function<T, JsonOut> write) {
        return put(key, value == null ? null : write.apply(value).toValue());
    }

    <T> JsonOut objects(String key, List<T> values, Function<T, JsonOut> write) {
        return put(
                key,
                values.isEmpty()
                        ? null
                        : new JsonArray(values.stream()
                                .<JsonValue>map(value -> write.apply(value).toValue())
                                .toList()));
    }

    String toText() {
        return JsonText.write(toValue());
    }

    private JsonObject toValue() {
        return new JsonObject(members);
    }

    private JsonOut put(String key, @Nullable JsonValue value) {
        if (value != null) {
            members.put(key, value);
        }
        return this;
    }
}
