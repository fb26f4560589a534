package dev.leadkit.definition.json;

import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNull;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Between JSON text and {@link JsonValue}. The one place that knows the parser. */
public final class JsonText {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_CHARS = 16 * 1024 * 1024;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_CHARS)
                    .maxDocumentLength(4L * MAX_CHARS)
                    .build())
            .build();

    private JsonText() {}

    /**
     * Reads one value that we wrote ourselves.
     *
     * @throws IllegalArgumentException if the text is not exactly one JSON value, or repeats a key
     */
    public static JsonValue parse(String text) {
        List<Problem> problems = new ArrayList<>();
        JsonValue value = parse(text, problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "not the JSON that LeadKit writes: " + problems.get(0).code());
        }
        return value;
    }

    /** Reads one value; a repeated key is a problem and its first value stays, broken text is a problem and gives null. */
    static JsonValue parse(String text, Consumer<Problem> problems) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                problems.accept(new Problem("", "not-json", "the document is empty", "write one JSON object"));
                return new JsonNull();
            }
            JsonValue value = value(parser, "", problems);
            if (parser.nextToken() != null) {
                problems.accept(new Problem(
                        "", "not-json", "something follows the first JSON value", "keep one value in the document"));
            }
            return value;
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            problems.accept(new Problem("", "not-json", told(broken) + where, "mend the JSON syntax there"));
            return new JsonNull();
        }
    }

    /** Without where in its source, which it must not show, something began that does not end. */
    private static String told(JacksonException broken) {
        String message = broken.getOriginalMessage();
        int source = message.indexOf(" (start marker at [Source");
        return source < 0 ? message : message.substring(0, source);
    }

    private static JsonValue value(JsonParser parser, String pointer, Consumer<Problem> problems) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, pointer, problems);
            case START_ARRAY -> array(parser, pointer, problems);
            case VALUE_STRING -> new JsonString(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, pointer, problems);
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL -> new JsonNull();
            default -> throw new IllegalStateException("no JSON value begins with " + token);
        };
    }

    private static JsonNumber number(JsonParser parser, String pointer, Consumer<Problem> problems) {
        try {
            return new JsonNumber(parser.getDecimalValue());
        } catch (NumberFormatException beyondAllBounds) { // such as 1e99999999999
            problems.accept(new Problem(
                    pointer, "out-of-range", "the number is beyond all bounds", "choose a smaller exponent"));
            return new JsonNumber(BigDecimal.ZERO);
        }
    }

    private static JsonObject object(JsonParser parser, String pointer, Consumer<Problem> problems) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String memberPointer = JsonPointer.member(pointer, key);
            parser.nextToken();
            JsonValue member = value(parser, memberPointer, problems);
            if (members.putIfAbsent(key, member) != null) {
                problems.accept(new Problem(
                        memberPointer,
                        "duplicate-key",
                        "the key \"%s\" stands twice in one object".formatted(key),
                        "keep one of the two"));
            }
        }
        return new JsonObject(members);
    }

    private static JsonArray array(JsonParser parser, String pointer, Consumer<Problem> problems) {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, JsonPointer.item(pointer, items.size()), problems));
        }
        return new JsonArray(items);
    }

    /** The value as compact JSON. */
    public static String write(JsonValue value) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static void write(JsonValue value, JsonGenerator generator) {
        if (value instanceof JsonObject object) {
            generator.writeStartObject();
            object.members().forEach((key, member) -> {
                generator.writeName(key);
                write(member, generator);
            });
            generator.writeEndObject();
        } else if (value instanceof JsonArray array) {
            generator.writeStartArray();
            array.items().forEach(item -> write(item, generator));
            generator.writeEndArray();
        } else if (value instanceof JsonString string) {
            generator.writeString(string.value());
        } else if (value instanceof JsonNumber number) {
            generator.writeNumber(number.value());
        } else if (value instanceof JsonBoolean bool) {
            generator.writeBoolean(bool.value());
        } else {
            generator.writeNull();
        }
    }
}
