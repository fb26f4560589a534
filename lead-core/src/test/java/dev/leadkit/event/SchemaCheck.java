package dev.leadkit.event;

import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** As much of JSON Schema as the schema of events uses; a keyword that it does not know fails. */
final class SchemaCheck {
    private static final Set<String> NOTES = Set.of("$schema", "$id", "$defs", "title", "description");

    private final JsonObject root;

    SchemaCheck(JsonValue root) {
        this.root = (JsonObject) root;
    }

    /** What does not fit, with its place; empty when all does. */
    List<String> problems(JsonValue value) {
        List<String> problems = new ArrayList<>();
        check(root, value, "", problems);
        return problems;
    }

    private void check(JsonObject schema, JsonValue value, String at, List<String> problems) {
        schema.members().forEach((keyword, rule) -> {
            if (!NOTES.contains(keyword) && !holds(keyword, rule, value, at, problems)) {
                problems.add("%s: %s".formatted(at, keyword));
            }
        });
    }

    private boolean holds(String keyword, JsonValue rule, JsonValue value, String at, List<String> problems) {
        switch (keyword) {
            case "$ref":
                check(definition(text(rule)), value, at, problems);
                return true;
            case "type":
                return isOf(text(rule), value);
            case "const":
                return value.equals(rule);
            case "enum":
                return ((JsonArray) rule).items().contains(value);
            case "format":
                return parses(text(rule), text(value));
            case "minimum":
                return ((JsonNumber) value).value().compareTo(((JsonNumber) rule).value()) >= 0;
            case "minItems":
                return ((JsonArray) value).items().size()
                        >= ((JsonNumber) rule).value().intValueExact();
            case "required":
                return ((JsonObject) value)
                        .members()
                        .keySet()
                        .containsAll(((JsonArray) rule)
                                .items().stream().map(SchemaCheck::text).toList());
            case "properties":
                Map<String, JsonValue> members = ((JsonObject) value).members();
                ((JsonObject) rule).members().forEach((key, member) -> {
                    if (members.containsKey(key)) {
                        check((JsonObject) member, members.get(key), at + "/" + key, problems);
                    }
                });
                return true;
            case "items":
                for (JsonValue item : ((JsonArray) value).items()) {
                    check((JsonObject) rule, item, at + "/-", problems);
                }
                return true;
            case "oneOf":
                return ((JsonArray) rule)
                                .items().stream()
                                        .filter(one -> fits((JsonObject) one, value))
                                        .count()
                        == 1;
            default:
                throw new AssertionError("the schema has the keyword " + keyword);
        }
    }

    private boolean fits(JsonObject schema, JsonValue value) {
        List<String> problems = new ArrayList<>();
        check(schema, value, "", problems);
        return problems.isEmpty();
    }

    JsonObject definition(String reference) {
        JsonObject definitions = (JsonObject) root.members().get("$defs");
        return (JsonObject) definitions.members().get(reference.substring("#/$defs/".length()));
    }

    private static boolean isOf(String type, JsonValue value) {
        return switch (type) {
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "string" -> value instanceof JsonString;
            case "integer" ->
                value instanceof JsonNumber number
                        && number.value().remainder(BigDecimal.ONE).signum() == 0;
            default -> throw new AssertionError("the schema has the type " + type);
        };
    }

    private static boolean parses(String format, String text) {
        try {
            return switch (format) {
                case "date-time" -> Instant.parse(text).toString().equals(text);
                case "uuid" -> UUID.fromString(text).toString().equals(text);
                case "duration" -> !Duration.parse(text).isNegative();
                default -> throw new AssertionError("the schema has the format " + format);
            };
        } catch (RuntimeException not) {
            return false;
        }
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).value();
    }
}
