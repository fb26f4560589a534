package dev.leadkit.definition.json;

import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the members of one JSON object, in their order. What is absent is left out. Not safe to share. */
public final class JsonMembers {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    /** The {@code toString} of a value that has one for programs: a text, an id, an instant, a duration. */
    public JsonMembers text(String key, @Nullable Object value) {
        if (value != null) {
            members.put(key, new JsonString(value.toString()));
        }
        return this;
    }

    public JsonMembers number(String key, @Nullable Long value) {
        if (value != null) {
            members.put(key, new JsonNumber(BigDecimal.valueOf(value)));
        }
        return this;
    }

    public JsonMembers decimal(String key, @Nullable Double value) {
        if (value != null) {
            members.put(key, new JsonNumber(BigDecimal.valueOf(value)));
        }
        return this;
    }

    public JsonMembers flag(String key, boolean value) {
        members.put(key, new JsonBoolean(value));
        return this;
    }

    /** An array of texts; left out when there is none. */
    public JsonMembers texts(String key, Collection<String> values) {
        if (!values.isEmpty()) {
            members.put(
                    key,
                    new JsonArray(
                            values.stream().<JsonValue>map(JsonString::new).toList()));
        }
        return this;
    }

    public JsonMembers object(String key, @Nullable JsonMembers value) {
        if (value != null) {
            members.put(key, value.toObject());
        }
        return this;
    }

    /** An array, also of nothing. */
    public JsonMembers objects(String key, List<JsonMembers> values) {
        members.put(
                key,
                new JsonArray(
                        values.stream().<JsonValue>map(JsonMembers::toObject).toList()));
        return this;
    }

    public JsonObject toObject() {
        return new JsonObject(members);
    }

    /** As compact JSON. */
    public String toJson() {
        return JsonText.write(toObject());
    }
}
