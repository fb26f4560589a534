package dev.leadkit.examples.leaddesk.settings;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** In which line of a JSON text each value stands, by its JSON Pointer. */
final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Integer> lines;
    private final int broken;

    private JsonLines(Map<String, Integer> lines, int broken) {
        this.lines = lines;
        this.broken = broken;
    }

    /** Of a text that ends in the middle, or goes wrong there, it knows what comes before. */
    static JsonLines of(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer(false).toString(),
                        parser.currentTokenLocation().getLineNr());
            }
            return new JsonLines(lines, 0);
        } catch (JacksonException wrong) {
            var at = wrong.getLocation();
            return new JsonLines(lines, at == null ? 1 : Math.max(1, at.getLineNr()));
        }
    }

    /** That of the value, else of the nearest one around it; where the text goes wrong if it is no JSON. */
    int line(String pointer) {
        if (pointer.isEmpty() && broken > 0) {
            return broken;
        }
        String at = pointer;
        while (!at.isEmpty()) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return 1;
    }
}
