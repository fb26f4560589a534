package dev.leadkit.capture.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadkit.capture.ownership.MarkedMessage;
import dev.leadkit.capture.text.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The visitors' messages of conversations with gold labels, as {@code leadkit evaluate} reads them, with the names and firms marked that
 * the labels tell. Where a conversation has no labels for a field its messages are left out.
 */
final class GoldMessages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldMessages() {}

    /**
     * @param field "names" or "companies"
     * @param mark 'n' or 'c'
     */
    static List<MarkedMessage> read(Path file, String field, char mark) throws IOException {
        List<MarkedMessage> messages = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                add(JSON.readTree(line), field, mark, messages);
            }
        }
        return messages;
    }

    private static void add(JsonNode conversation, String field, char mark, List<MarkedMessage> messages) {
        JsonNode gold = conversation.path("gold").path(field);
        if (!gold.isArray()) {
            return;
        }
        var asked = new StringBuilder();
        for (JsonNode turn : conversation.path("turns")) {
            String text = turn.path("text").asText();
            if (!turn.path("speaker").asText().equals("visitor")) {
                asked.append(asked.isEmpty() ? "" : "\n").append(text);
                continue;
            }
            List<MarkedMessage.Value> marked = new ArrayList<>();
            gold.forEach(name -> mark(text, name.asText(), mark, marked));
            messages.add(new MarkedMessage(
                    conversation.path("source").asText(), new Reply(text, asked.isEmpty() ? null : asked.toString()), marked));
            asked.setLength(0);
        }
    }

    private static void mark(String text, String name, char mark, List<MarkedMessage.Value> marked) {
        String lower = text.toLowerCase(Locale.ROOT);
        String sought = name.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            return; // rare letters, whose lower case is longer
        }
        for (int at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1)) {
            int start = at;
            int end = at + sought.length();
            boolean whole = (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '@');
            if (whole && marked.stream().noneMatch(other -> other.start() < end && start < other.end())) {
                marked.add(new MarkedMessage.Value(start, end, mark));
            }
        }
    }
}
