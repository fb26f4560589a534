package dev.leadkit.examples.scaleout.flink;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages of many conversations that go on at the same time, each in its order. */
final class Conversations {
    private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");

    private static final List<String> VISITOR = List.of(
            "Hi there",
            "What does the large oven cost?",
            "We would like to buy forty of them this month",
            "My name is Ada Winter",
            "I work for Nordlys Bakery in Oslo",
            "You can write to me at ada%d@nordlys.example",
            "Or call +47 21 02 %02d 34",
            "Our budget is 4,500 EUR",
            "No, thank you",
            "\uD83D\uDE42");

    private static final List<String> AGENT =
            List.of("How can we help?", "May I have your address?", "Whom do I speak to?", "One moment please");

    private Conversations() {}

    /** So many of our own, of three tenants; the same for a seed. */
    static List<SentMessage> ofOurOwn(int count, long seed) {
        var random = new Random(seed);
        List<SentMessage> messages = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int turns = 1 + random.nextInt(9);
            for (int turn = 0; turn < turns; turn++) {
                boolean isVisitor = turn % 2 == 0 || random.nextInt(3) == 0;
                List<String> texts = isVisitor ? VISITOR : AGENT;
                String text = texts.get(random.nextInt(texts.size())).formatted(number % 100);
                Speaker speaker = isVisitor ? Speaker.VISITOR : random.nextBoolean() ? Speaker.AGENT : Speaker.BOT;
                messages.add(message("tenant-" + number % 3, "session-" + number, turn, speaker, text, null));
            }
        }
        return inTime(messages);
    }

    /**
     * Each so many-th conversation of the development data.
     *
     * @return empty where that is not beside the project
     */
    static List<SentMessage> ofDevelopmentData(int step) throws IOException {
        List<SentMessage> messages = new ArrayList<>();
        Path data = data();
        if (data == null) {
            return messages;
        }
        int number = 0;
        for (Path file : files(data)) {
            for (String line : Files.readAllLines(file)) {
                if (number++ % step == 0) {
                    read((JsonObject) JsonText.parse(line), messages);
                }
            }
        }
        return inTime(messages);
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

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.endsWith("conversations.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static void read(JsonObject conversation, List<SentMessage> messages) {
        int turn = 0;
        for (JsonValue each : ((JsonArray) conversation.members().get("turns")).items()) {
            JsonObject said = (JsonObject) each;
            messages.add(message(
                    "acme",
                    String.valueOf(text(conversation, "id")),
                    turn++,
                    Speaker.valueOf(String.valueOf(text(said, "speaker")).toUpperCase(Locale.ROOT)),
                    String.valueOf(text(said, "text")),
                    text(conversation, "region")));
        }
    }

    private static @Nullable String text(JsonObject of, String key) {
        return of.members().get(key) instanceof JsonString string ? string.value() : null;
    }

    private static SentMessage message(
            String tenant, String session, int turn, Speaker speaker, String text, @Nullable String region) {
        var message = ChatMessage.from(session)
                .id(session + "#" + turn)
                .said(speaker, text)
                .at(FIRST.plusSeconds(turn));
        if (region != null) {
            message.attribute(ChatMessage.REGION, region);
        }
        return SentMessage.of(tenant, message.build());
    }

    private static List<SentMessage> inTime(List<SentMessage> messages) {
        messages.sort(Comparator.comparing(SentMessage::at));
        return messages;
    }
}
