package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.examples.leaddesk.rest.Problem.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object that came in, read member by member. Reading goes on after a mistake; {@link #done} then refuses the whole
 * with all of them, members that nobody asked for among them. Not safe to share.
 */
final class Body {
    private final String at;
    private final JsonNode object;
    private final List<Reason> reasons;
    private final Set<String> asked = new HashSet<>();

    private Body(String at, JsonNode object, List<Reason> reasons) {
        this.at = at;
        this.object = object;
        this.reasons = reasons;
    }

    /** @throws ProblemException if it is no JSON object */
    static Body read(byte[] bytes) {
        JsonNode node = Json.read(bytes);
        if (!node.isObject()) {
            throw new ProblemException(400, "invalid-body", "expected a JSON object, found " + kind(node));
        }
        return new Body("", node, new ArrayList<>());
    }

    boolean has(String name) {
        asked.add(name);
        return object.has(name);
    }

    boolean isNull(String name) {
        return has(name) && object.get(name).isNull();
    }

    /** The text of a member that must be there; empty after a mistake, which is noted. */
    String text(String name) {
        String text = optionalText(name);
        if (text == null && !isWrong(name)) {
            wrong(name, "missing", "expected a text, found none");
        }
        return text == null ? "" : text;
    }

    /** Absent when it is not there or null. */
    @Nullable
    String optionalText(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            wrong(name, "wrong-type", "expected a text, found " + kind(value));
            return null;
        }
        return value.asString();
    }

    /** A number or a text that holds one, as it was written. */
    @Nullable
    String optionalDecimal(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() && !value.isString()) {
            wrong(name, "wrong-type", "expected a number, found " + kind(value));
            return null;
        }
        // Not written out: 1e999999999 would be a text of a thousand million digits.
        return value.isNumber() ? value.decimalValue().toString() : value.asString();
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            wrong(name, "wrong-type", "expected true or false, found " + kind(value));
        }
        return value != null && value.isBoolean() && value.asBoolean();
    }

    @Nullable
    Integer optionalInteger(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            wrong(name, "wrong-type", "expected a whole number, found " + kind(value));
            return null;
        }
        return value.asInt();
    }

    /** Empty when it is not there. */
    List<String> texts(String name) {
        JsonNode value = value(name);
        List<String> texts = new ArrayList<>();
        if (value == null) {
            return texts;
        }
        if (!value.isArray()) {
            wrong(name, "wrong-type", "expected an array of texts, found " + kind(value));
            return texts;
        }
        for (JsonNode item : value) {
            if (item.isString()) {
                texts.add(item.asString());
            } else {
                wrong(name, "wrong-type", "expected texts alone, found " + kind(item));
                return texts;
            }
        }
        return texts;
    }

    /** The texts of an array, or a single text, number or truth as one. */
    List<String> textOrTexts(String name) {
        JsonNode value = value(name);
        if (value == null || value.isArray()) {
            return texts(name);
        }
        if (value.isObject()) {
            wrong(name, "wrong-type", "expected a text or an array of texts, found an object");
            return List.of();
        }
        return List.of(value.asString());
    }

    /** An object within, whose mistakes are noted here; absent when there is none. */
    @Nullable
    Body object(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            wrong(name, "wrong-type", "expected an object, found " + kind(value));
            return null;
        }
        return new Body(path(name) + ".", value, reasons);
    }

    /** The text of each member of an object within; empty when there is none. */
    Map<String, String> textsByName(String name) {
        Body its = object(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (its != null) {
            its.names().forEach(member -> {
                String text = its.optionalText(member);
                if (text != null) {
                    texts.put(member, text);
                }
            });
        }
        return texts;
    }

    List<String> names() {
        return List.copyOf(object.propertyNames());
    }

    /** A member as JSON, for what is read elsewhere; absent when there is none. */
    @Nullable
    String json(String name) {
        JsonNode value = value(name);
        return value == null ? null : value.toString();
    }

    private @Nullable JsonNode value(String name) {
        asked.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Notes a mistake that is found later. */
    void wrong(String name, String code, String text) {
        reasons.add(new Reason(code, path(name), text));
    }

    private boolean isWrong(String name) {
        return reasons.stream().anyMatch(reason -> path(name).equals(reason.field()));
    }

    private String path(String name) {
        return at + name;
    }

    /** Notes members that nobody asked for; {@link #done} does so of the outermost object. */
    void close() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                // Names that came in are told only when they are names, since they may be anything.
                String shown = name.matches("[A-Za-z][A-Za-z0-9_-]{0,40}") ? path(name) : at + "?";
                reasons.add(new Reason("unknown-member", shown, "there is no such member here"));
            }
        }
    }

    /** @throws ProblemException with all mistakes, if there are any */
    void done() {
        close();
        if (!reasons.isEmpty()) {
            Reason first = reasons.get(0);
            throw new ProblemException(Problem.of(400, "invalid-body", first.field() + ": " + first.text(), reasons));
        }
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }
}
