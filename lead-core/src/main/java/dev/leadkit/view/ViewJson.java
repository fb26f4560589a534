package dev.leadkit.view;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.lead.InvalidInputException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A saved view as its JSON document. */
final class ViewJson {
    private static final String KIND = "view";

    private ViewJson() {}

    static SavedView parse(ViewId id, long version, String json, Instant savedAt) {
        return DefinitionReader.read(json, KIND, (name, ignored, fields) -> {
            String owner = fields.text("owner");
            boolean shared = fields.optionalFlag("shared");
            String team = fields.optionalText("team");
            String mode = fields.oneOf("mode", ViewMode.KEYS);
            Map<String, List<String>> query = query(fields);
            List<String> columns = fields.optionalTexts("columns");
            if (owner == null || mode == null || !fields.problems().isEmpty()) {
                return null;
            }
            try {
                return new SavedView(
                        id,
                        version,
                        owner,
                        new View(name, query, columns, ViewMode.ofKey(mode), shared, team),
                        savedAt);
            } catch (InvalidInputException refused) {
                fields.problems()
                        .add(
                                "",
                                "not-taken",
                                "%s: expected %s, found %s"
                                        .formatted(refused.field(), refused.expected(), refused.found()),
                                "save the view anew");
                return null;
            }
        });
    }

    private static Map<String, List<String>> query(JsonFields fields) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        JsonFields parameters = fields.optionalObject("query");
        if (parameters != null) {
            parameters.keys().forEach(parameter -> query.put(parameter, parameters.optionalTexts(parameter)));
        }
        return query;
    }

    static String write(SavedView saved) {
        View view = saved.view();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", new JsonString(KIND));
        members.put("format", number(1));
        members.put("name", new JsonString(view.name()));
        members.put("version", number(Math.min(saved.version(), Integer.MAX_VALUE)));
        members.put("owner", new JsonString(saved.owner()));
        members.put("shared", new JsonBoolean(view.shared()));
        if (view.team() != null) {
            members.put("team", new JsonString(view.team()));
        }
        members.put("mode", new JsonString(view.mode().key()));
        Map<String, JsonValue> query = new LinkedHashMap<>();
        view.query().forEach((parameter, values) -> query.put(parameter, texts(values)));
        members.put("query", new JsonObject(query));
        members.put("columns", texts(view.columns()));
        return JsonText.write(new JsonObject(members));
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }

    private static JsonNumber number(long number) {
        return new JsonNumber(BigDecimal.valueOf(number));
    }
}
