package dev.leadkit.examples.quickstart;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The bundled conversations: one JSON object a line, invented from beginning to end. */
final class Sample {
    private Sample() {}

    /** All messages of all conversations, in the order in which they were sent. */
    static List<ChatMessage> messages() {
        var json = new ObjectMapper();
        List<ChatMessage> messages = new ArrayList<>();
        for (String line : text("conversations.jsonl").split("\n")) {
            JsonNode conversation = json.readTree(line);
            for (JsonNode turn : conversation.get("turns")) {
                messages.add(ChatMessage.from(conversation.get("id").asString())
                        .id(turn.get("id").asString())
                        .channel(conversation.get("channel").asString())
                        .attribute(
                                ChatMessage.REGION, conversation.get("region").asString())
                        .said(
                                Speaker.valueOf(turn.get("speaker").asString().toUpperCase(Locale.ROOT)),
                                turn.get("text").asString())
                        .at(Instant.parse(turn.get("at").asString()))
                        .build());
            }
        }
        Collections.sort(messages);
        return messages;
    }

    static String text(String resource) {
        try (InputStream in = Sample.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
