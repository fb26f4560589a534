package dev.leadkit.examples.leaddesk.rest;

import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it comes in and goes out: strict on the way in, dates as ISO 8601 and amounts as plain numbers on the way out. */
public final class Json {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 32 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static void write(OutputStream out, Object value) {
        MAPPER.writeValue(out, value);
    }

    /** @throws ProblemException if it is no JSON; the problem says where, and repeats nothing of it */
    static JsonNode read(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw new ProblemException(400, "not-json", "expected JSON, found an empty body");
            }
            return node;
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            String where = at == null ? "" : " at line %s, column %s".formatted(at.getLineNr(), at.getColumnNr());
            throw new ProblemException(400, "not-json", "expected JSON, found something else" + where);
        }
    }
}
