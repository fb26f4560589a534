package dev.leadkit.definition.json;

import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNull;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into JSON by the components of their records: whatever is added to a record is in it, which no list of
 * members written by hand can promise. For output that is read by people and never back by us.
 */
public final class RecordJson {
    private RecordJson() {}

    /**
     * A record becomes an object, without members for what is absent; one whose only component is its value becomes that
     * value. One of several variants of a sealed interface says which as its {@code type}.
     *
     * @param value a text, number, truth value, instant, duration, id or constant, or a record, list, set or map of such
     * @throws IllegalArgumentException if there is anything else in it
     */
    public static JsonValue of(@Nullable Object value) {
        if (value == null) {
            return new JsonNull();
        } else if (value instanceof Record record) {
            return record(record);
        } else if (value instanceof Map<?, ?> map) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put(String.valueOf(key), of(member)));
            return new JsonObject(members);
        } else if (value instanceof Iterable<?> items) {
            List<JsonValue> values = new ArrayList<>();
            items.forEach(item -> values.add(of(item)));
            return new JsonArray(values);
        } else if (value instanceof Boolean truth) {
            return new JsonBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long || value instanceof BigDecimal) {
            return new JsonNumber(new BigDecimal(value.toString()));
        } else if (value instanceof Double number && Double.isFinite(number)) {
            return new JsonNumber(BigDecimal.valueOf(number));
        } else if (value instanceof Enum<?> constant) {
            return new JsonString(constant.name());
        } else if (value instanceof String
                || value instanceof Instant
                || value instanceof Duration
                || value instanceof LocalDate
                || value instanceof UUID) {
            return new JsonString(value.toString());
        }
        throw new IllegalArgumentException("expected a record or what records are made of, found "
                + value.getClass().getName());
    }

    private static JsonValue record(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        if (components.length == 1 && components[0].getName().equals("value")) {
            return of(get(components[0], record));
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        boolean variant = Arrays.stream(record.getClass().getInterfaces()).anyMatch(Class::isSealed);
        if (variant) {
            members.put("type", new JsonString(record.getClass().getSimpleName()));
        }
        for (RecordComponent component : components) {
            Object value = get(component, record);
            if (value != null) {
                members.put(component.getName(), of(value));
            }
        }
        return new JsonObject(members);
    }

    private static @Nullable Object get(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException(
                    "expected a public record, found " + record.getClass().getName(), hidden);
        }
    }
}
