package dev.leadkit.examples.cli;

import dev.leadkit.capture.intent.IntentExample;
import dev.leadkit.capture.intent.IntentLabel;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads labelled utterances, one JSON object a line: {@code {"text","label","source"?}}. A conversation with gold is one
 * too, {@code {"turns","gold":{"intent"},"source"?}}: its visitor turns have one label. Blank lines are passed over. Not
 * safe to share.
 */
final class UtteranceReader implements Closeable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final LineReader lines;

    UtteranceReader(InputStream in) {
        lines = new LineReader(in);
    }

    /** The number of the line read last, from 1 and blank ones counted. */
    long number() {
        return lines.number();
    }

    /**
     * The next utterance; null after the last.
     *
     * @throws BadLineException if the line is none; the one after it can be read
     */
    @Nullable
    IntentExample next() throws IOException, BadLineException {
        String line = lines.nextFilled();
        return line == null ? null : example(object(line));
    }

    private static JsonNode object(String line) throws BadLineException {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.isObject()) {
                throw new BadLineException("the line", "a JSON object", "another value");
            }
            return node;
        } catch (JacksonException broken) {
            throw BadLineException.notJson(broken);
        }
    }

    private static IntentExample example(JsonNode line) throws BadLineException {
        String source = line.hasNonNull("source") ? text(line, "source", "source") : "";
        if (!line.has("turns")) {
            return new IntentExample(List.of(text(line, "text", "text")), label(line, "label", "label"), source);
        }
        JsonNode gold = line.path("gold");
        return new IntentExample(visitorTurns(line.get("turns")), label(gold, "intent", "gold.intent"), source);
    }

    private static List<String> visitorTurns(JsonNode turns) throws BadLineException {
        List<String> texts = new ArrayList<>();
        for (JsonNode turn : turns) {
            if (turn.path("speaker").asString("").equals("visitor")) {
                texts.add(text(turn, "text", "turns[].text"));
            }
        }
        if (texts.isEmpty()) {
            throw new BadLineException("turns", "a list with at least one turn of the visitor", "none");
        }
        return texts;
    }

    private static IntentLabel label(JsonNode object, String key, String field) throws BadLineException {
        String name = text(object, key, field);
        for (IntentLabel label : IntentLabel.values()) {
            if (label.key().equals(name)) {
                return label;
            }
        }
        throw new BadLineException(field, "purchase, qualified or none", "another text");
    }

    private static String text(JsonNode object, String key, String field) throws BadLineException {
        JsonNode value = object.path(key);
        if (!value.isString()) {
            throw new BadLineException(field, "a text", value.isMissingNode() ? "none" : "another value");
        }
        return value.asString();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
