package dev.leadkit.capture.adapter;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.lead.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Collects the messages of one post. Not safe to share. */
final class PostReader {
    private final Map<Key, ChatMessage> messages = new LinkedHashMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private int seen;

    private record Key(String session, String id) {}

    private PostReader() {}

    /** @param reading finds the messages in the body, which it may take to be of any form */
    static InboundPost read(String body, BiConsumer<Json, PostReader> reading) {
        var reader = new PostReader();
        Json post;
        try {
            post = new Json(JsonText.parse(body));
        } catch (IllegalArgumentException broken) {
            reader.skip("not-json");
            return reader.post();
        }
        reader.part(() -> reading.accept(post, reader));
        return reader.post();
    }

    /** Reads a part of the post. One in which nothing was found is counted, as of an unknown kind. */
    void part(Runnable reading) {
        int before = seen;
        reading.run();
        if (seen == before) {
            skip("unknown");
        }
    }

    void skip(String code) {
        seen++;
        skipped.merge(code, 1, Integer::sum);
    }

    /**
     * Adds a message.
     *
     * @param session empty, as the id, where it is missing
     * @param sentAt missing or no time at all makes it a broken one
     * @param rest adds what else the message has; what it does not take makes it a refused one
     */
    void add(String session, String id, Json sentAt, Consumer<ChatMessage.Builder> rest) {
        var at = SentAt.of(sentAt);
        if (session.isEmpty() || id.isEmpty() || at == null) {
            skip("broken");
            return;
        }
        ChatMessage.Builder message = ChatMessage.from(session).id(id).at(at);
        try {
            rest.accept(message);
            if (messages.putIfAbsent(new Key(session, id), message.build()) != null) {
                skip("repeated");
            }
            seen++;
        } catch (InvalidInputException refused) {
            skip("refused");
        }
    }

    /** A business and its visitor; empty where one of them is missing. */
    static String session(String business, String user) {
        return business.isEmpty() || user.isEmpty() ? "" : business + ":" + user;
    }

    /** What the channel knows besides; left out where it is empty. */
    static void attribute(ChatMessage.Builder message, String key, String value) {
        if (!value.isEmpty()) {
            message.attribute(key, value);
        }
    }

    private InboundPost post() {
        return new InboundPost(List.copyOf(messages.values()), skipped);
    }
}
