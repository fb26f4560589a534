package dev.leadkit.definition.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value. Immutable; objects keep the order of their members. */
public sealed interface JsonValue {

    /** @param members without repeats, in the order of the text */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    record JsonArray(List<JsonValue> items) implements JsonValue {
        public JsonArray {
            items = List.copyOf(items);
        }
    }

    record JsonString(String value) implements JsonValue {}

    record JsonNumber(BigDecimal value) implements JsonValue {}

    record JsonBoolean(boolean value) implements JsonValue {}

    record JsonNull() implements JsonValue {}

    /** What kind of value it is, for messages. */
    default String kind() {
        if (this instanceof JsonObject) {
            return "an object";
        } else if (this instanceof JsonArray) {
            return "an array";
        } else if (this instanceof JsonString) {
            return "a text";
        } else if (this instanceof JsonNumber number) {
            return "the number " + number.value();
        } else if (this instanceof JsonBoolean bool) {
            return String.valueOf(bool.value());
        }
        return "null";
    }
}
