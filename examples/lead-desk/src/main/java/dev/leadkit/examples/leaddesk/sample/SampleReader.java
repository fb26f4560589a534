package dev.leadkit.examples.leaddesk.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Reads what lies beside this class. */
final class SampleReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SampleReader() {}

    static List<SampleConversation> conversations() {
        return text("conversations.jsonl")
                .lines()
                .map(line -> MAPPER.readValue(line, SampleConversation.class))
                .toList();
    }

    static String text(String resource) {
        try (InputStream in = SampleReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
