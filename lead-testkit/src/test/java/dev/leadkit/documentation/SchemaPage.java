package dev.leadkit.documentation;

import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words a JSON Schema as a section of a page: a table for each object, a line for each named value. */
final class SchemaPage {
    private final JsonObject schema;
    private final String name;
    private final StringBuilder page = new StringBuilder();

    private SchemaPage(String name, String schema) {
        this.name = name;
        this.schema = (JsonObject) JsonText.parse(schema);
    }

    /** @param name the schema's file name without its ending */
    static String section(String name, String schema) {
        var section = new SchemaPage(name, schema);
        section.write();
        return section.page.toString();
    }

    private void write() {
        page.append("## ").append(name).append("\n\n").append(sentence(schema)).append('\n');
        table(schema);
        if (schema.members().get("$defs") instanceof JsonObject parts) {
            parts.members().forEach((part, its) -> part(part, (JsonObject) its));
        }
    }

    private void part(String part, JsonObject its) {
        page.append("### ").append(heading(part)).append("\n\n");
        if (its.members().get("properties") instanceof JsonObject) {
            page.append(sentence(its)).append(sentence(its).isEmpty() ? "" : "\n");
            table(its);
        } else {
            page.append(capital(type(its))).append(". ").append(sentence(its)).append("\n\n");
        }
    }

    private String heading(String part) {
        return name + " " + part;
    }

    private static String sentence(JsonObject its) {
        String text = text(its, "description");
        return text == null ? "" : text.endsWith(".") ? text : text + ".";
    }

    private void table(JsonObject its) {
        if (!(its.members().get("properties") instanceof JsonObject keys)) {
            page.append('\n');
            return;
        }
        List<String> needed = texts(its.members().get("required"));
        page.append("\n| key | value | |\n|---|---|---|\n");
        keys.members().forEach((key, value) -> {
            JsonObject type = value instanceof JsonObject object ? object : new JsonObject(Map.of());
            page.append("| `%s`%s | %s | %s |\n"
                    .formatted(key, needed.contains(key) ? " (needed)" : "", cell(type(type)), cell(sentence(type))));
        });
        page.append('\n');
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String type(JsonObject its) {
        Map<String, JsonValue> members = its.members();
        List<String> said = new ArrayList<>();
        String reference = text(its, "$ref");
        if (reference != null) {
            String part = reference.substring(reference.lastIndexOf('/') + 1);
            String anchor = heading(part)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9\\- ]", "")
                    .replace(' ', '-');
            said.add(part.equals("#") ? "the same again" : "[%s](#%s)".formatted(part, anchor));
        } else if (members.containsKey("const")) {
            said.add("`" + JsonText.write(members.get("const")) + "`");
        } else if (members.get("enum") instanceof JsonArray values) {
            said.add("one of "
                    + values.items().stream()
                            .map(each -> "`" + JsonText.write(each) + "`")
                            .collect(Collectors.joining(", ")));
        } else if (members.get("type") != null) {
            said.add(ofType(its));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (members.get(choice) instanceof JsonArray options) {
                String either = options.items().stream()
                        .map(each -> type((JsonObject) each))
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", or "));
                if (!either.isEmpty()) {
                    said.add(either);
                }
            }
        }
        if (said.isEmpty() && members.get("properties") instanceof JsonObject keys) {
            return keysOf(keys, texts(members.get("required")));
        }
        return String.join("; ", said);
    }

    private String ofType(JsonObject its) {
        Map<String, JsonValue> members = its.members();
        String type = members.get("type") instanceof JsonString one
                ? one.value()
                : String.join(" or ", texts(members.get("type")));
        StringBuilder words = new StringBuilder(
                switch (type) {
                    case "integer" -> "whole number";
                    case "string" -> "text";
                    case "boolean" -> "true or false";
                    case "array" -> "list";
                    default -> type;
                });
        if (members.get("items") instanceof JsonObject items) {
            words.append(" of ").append(type(items));
        }
        if (type.equals("object") && members.get("properties") instanceof JsonObject keys) {
            words.append(" with ").append(keysOf(keys, texts(members.get("required"))));
        } else if (members.get("additionalProperties") instanceof JsonObject values) {
            words.append(" of names, each with ").append(type(values));
        }
        range(members, words, "minimum", ", %s or more");
        range(members, words, "exclusiveMinimum", ", more than %s");
        range(members, words, "maximum", ", at most %s");
        range(members, words, "exclusiveMaximum", ", less than %s");
        range(members, words, "minItems", ", %s or more of them");
        range(members, words, "maxItems", ", at most %s of them");
        range(members, words, "maxLength", ", at most %s characters");
        range(members, words, "format", ", as %s");
        range(members, words, "default", "; %s unless given");
        String pattern = text(its, "pattern");
        if (pattern != null) {
            words.append(pattern.equals("\\S") ? ", not blank" : ", like `" + pattern + "`");
        }
        return words.toString();
    }

    private String keysOf(JsonObject keys, List<String> needed) {
        return keys.members().entrySet().stream()
                .map(each -> "`%s`%s".formatted(each.getKey(), needed.contains(each.getKey()) ? " (needed)" : "")
                        + (each.getValue() instanceof JsonObject its
                                        && !type(its).isEmpty()
                                ? ": " + type(its)
                                : ""))
                .collect(Collectors.joining(", "));
    }

    private static void range(Map<String, JsonValue> members, StringBuilder words, String key, String form) {
        JsonValue limit = members.get(key);
        if (limit != null) {
            words.append(form.formatted(limit instanceof JsonString text ? text.value() : JsonText.write(limit)));
        }
    }

    private static @Nullable String text(JsonObject its, String key) {
        return its.members().get(key) instanceof JsonString text ? text.value() : null;
    }

    private static List<String> texts(@Nullable JsonValue list) {
        return list instanceof JsonArray array
                ? array.items().stream()
                        .map(each -> ((JsonString) each).value())
                        .toList()
                : List.of();
    }
}
