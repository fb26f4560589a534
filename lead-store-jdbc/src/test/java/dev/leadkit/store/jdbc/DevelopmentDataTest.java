package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.adapter.GenericAdapter;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real conversations through the adapters' generic form, each message three times, shuffled, on eight threads: as once in
 * order. Where the development data is not beside the project, a few conversations of our own stand in for it.
 */
@Tag("reliability")
class DevelopmentDataTest {
    /** Of so many conversations one is taken. */
    private static final int STEP = Tier.of(40, 1, 1);

    @Test
    void three_shuffled_deliveries_in_memory_come_to_the_same() throws Exception {
        assertSame(new InMemoryLeadStore());
    }

    @Test
    void three_shuffled_deliveries_on_postgresql_come_to_the_same() throws Exception {
        try (JdbcLeadStore store = JdbcLeadStore.over(Database.POSTGRESQL.fresh())) {
            assertSame(store);
        }
    }

    private static void assertSame(LeadStore store) throws Exception {
        List<ChatMessage> messages = messages();
        LeadKit expected = Hosts.kit(new InMemoryLeadStore());
        CaptureEngine inOrder = Hosts.engine(expected);
        messages.forEach(message -> inOrder.tenant("acme").onMessage(message));

        List<ChatMessage> deliveries = new ArrayList<>();
        messages.forEach(message -> deliveries.addAll(Collections.nCopies(3, message)));
        Collections.shuffle(deliveries, new Random(7));
        LeadKit kit = Hosts.kit(store);
        Captures.deliverOnEightThreads(store, deliveries);

        assertThat(Captures.facts(kit)).isEqualTo(Captures.facts(expected)).isNotEmpty();
        System.out.printf(
                "[reliability] %,d messages of real conversations delivered thrice, %,d leads, on %s%n",
                messages.size(), Captures.leads(kit).size(), store.getClass().getSimpleName());
    }

    private static List<ChatMessage> messages() throws IOException {
        List<String> lines = lines();
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += STEP) {
            messages.addAll(new GenericAdapter()
                    .read(JsonText.write(post((JsonObject) JsonText.parse(lines.get(i)))))
                    .messages());
        }
        Collections.sort(messages);
        return messages;
    }

    private static List<String> lines() throws IOException {
        Path data = data();
        if (data == null) {
            return Collections.nCopies(STEP, """
                    {"id": "our-own", "turns": [
                     {"speaker": "visitor", "text": "Hi, what does the large oven cost?"},
                     {"speaker": "agent", "text": "Which address may I send the list to?"},
                     {"speaker": "visitor", "text": "jane@acme.example, and my budget is 4,500 EUR"}]}
                    """);
        }
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(file -> file.endsWith("conversations.jsonl"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private static @Nullable Path data() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return null;
    }

    private static JsonValue post(JsonObject conversation) {
        List<JsonMembers> messages = new ArrayList<>();
        int number = 0;
        for (JsonValue each : ((JsonArray) conversation.members().get("turns")).items()) {
            JsonObject turn = (JsonObject) each;
            number++;
            messages.add(new JsonMembers()
                    .text("id", Integer.toString(number))
                    .text("session", text(conversation, "id"))
                    .text("speaker", text(turn, "speaker"))
                    .text("text", text(turn, "text"))
                    .text("region", text(conversation, "region"))
                    .text("at", Instant.parse("2026-03-02T09:00:00Z").plusSeconds(number)));
        }
        return new JsonMembers().objects("messages", messages).toObject();
    }

    private static @Nullable String text(JsonObject of, String key) {
        return of.members().get(key) instanceof JsonString string ? string.value() : null;
    }
}
