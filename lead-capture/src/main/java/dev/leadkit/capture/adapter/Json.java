package dev.leadkit.capture.adapter;

import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNull;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.util.List;

/** A value of somebody else's JSON, in which anything may be missing or of another kind. */
record Json(JsonValue value) {
    static final Json NOTHING = new Json(new JsonNull());

    /** The member at the end of a path; nothing where the path breaks off. */
    Json at(String... path) {
        JsonValue at = value;
        for (String key : path) {
            JsonValue next = at instanceof JsonObject object ? object.members().get(key) : null;
            if (next == null) {
                return NOTHING;
            }
            at = next;
        }
        return new Json(at);
    }

    boolean isPresent() {
        return !(value instanceof JsonNull);
    }

    /** The items of an array; none of anything else. */
    List<Json> items() {
        return value instanceof JsonArray array
                ? array.items().stream().map(Json::new).toList()
                : List.of();
    }

    /** A text, or a number as one, as ids come in both; empty for anything else. */
    String text() {
        if (value instanceof JsonString string) {
            return string.value();
        }
        return value instanceof JsonNumber number
                        && number.value().precision() < 40
                        && Math.abs(number.value().scale()) < 40
                ? number.value().toPlainString()
                : "";
    }

    /** Whether it is what {@link #text()} has, though it be empty. */
    boolean isText() {
        return value instanceof JsonString || !text().isEmpty();
    }

    boolean isArray() {
        return value instanceof JsonArray;
    }

    boolean isBoolean() {
        return value instanceof JsonBoolean;
    }

    boolean isTrue() {
        return value instanceof JsonBoolean bool && bool.value();
    }

    /** The first of some that has a text. */
    static String firstText(Json... some) {
        for (Json each : some) {
            if (!each.text().isEmpty()) {
                return each.text();
            }
        }
        return "";
    }
}
