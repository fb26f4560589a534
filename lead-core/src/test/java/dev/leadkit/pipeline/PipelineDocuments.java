package dev.leadkit.pipeline;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Pipeline documents with what is to be said of each, from a file of {@code {"case", "document" or "text", …}}. */
final class PipelineDocuments {
    private PipelineDocuments() {}

    /**
     * A document.
     *
     * @param name what is special about it
     * @param findings of which each is a code and a pointer, such as {@code empty /stages}
     */
    record Document(String name, String json, List<String> findings) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** @param findings the member that holds them */
    static Stream<Document> read(String file, String findings) {
        String text = DefinitionReader.resource(PipelineDocuments.class.getResourceAsStream(file));
        return items(JsonText.parse(text)).stream().map(each -> {
            JsonValue raw = ((JsonObject) each).members().get("text");
            String json = raw == null ? JsonText.write(member(each, "document")) : text(raw);
            return new Document(
                    text(member(each, "case")),
                    json,
                    items(member(each, findings)).stream()
                            .map(pair -> text(items(pair).get(0)) + " "
                                    + text(items(pair).get(1)))
                            .toList());
        });
    }

    private static JsonValue member(JsonValue object, String key) {
        return Objects.requireNonNull(((JsonObject) object).members().get(key), key);
    }

    private static List<JsonValue> items(JsonValue array) {
        return ((JsonArray) array).items();
    }

    private static String text(JsonValue text) {
        return ((JsonString) text).value();
    }
}
