package dev.leadkit.examples.leaddesk.settings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON for people who edit it: what fits into a line stands in one. */
public final class PrettyJson {
    private static final int WIDTH = 96;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PrettyJson() {}

    /** @param json a valid document */
    public static String of(String json) {
        var text = new StringBuilder();
        write(MAPPER.readTree(json), 0, 0, text);
        return text.append('\n').toString();
    }

    /** The same document, with another version in it. @param json a valid document */
    public static String withVersion(String json, int version) {
        ObjectNode document = (ObjectNode) MAPPER.readTree(json);
        return MAPPER.writeValueAsString(document.put("version", version));
    }

    private static void write(JsonNode node, int indent, int before, StringBuilder text) {
        String line = inOneLine(node);
        if (!node.isContainer() || node.isEmpty() || indent > 0 && indent + before + line.length() <= WIDTH) {
            text.append(line);
            return;
        }
        String inner = " ".repeat(indent + 2);
        List<String> begins = new ArrayList<>();
        List<JsonNode> values = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(member -> {
                begins.add(MAPPER.writeValueAsString(member.getKey()) + ": ");
                values.add(member.getValue());
            });
        } else {
            node.forEach(item -> {
                begins.add("");
                values.add(item);
            });
        }
        text.append(node.isObject() ? "{\n" : "[\n");
        for (int i = 0; i < values.size(); i++) {
            text.append(inner).append(begins.get(i));
            write(values.get(i), indent + 2, begins.get(i).length(), text);
            text.append(i + 1 < values.size() ? ",\n" : "\n");
        }
        text.append(" ".repeat(indent)).append(node.isObject() ? '}' : ']');
    }

    private static String inOneLine(JsonNode node) {
        if (node.isObject()) {
            List<String> members = new ArrayList<>();
            node.properties()
                    .forEach(member -> members.add(
                            MAPPER.writeValueAsString(member.getKey()) + ": " + inOneLine(member.getValue())));
            return "{" + String.join(", ", members) + "}";
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(inOneLine(item)));
            return "[" + String.join(", ", items) + "]";
        }
        return MAPPER.writeValueAsString(node);
    }
}
