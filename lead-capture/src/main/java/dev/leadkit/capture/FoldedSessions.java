package dev.leadkit.capture;

import dev.leadkit.capture.text.Asked;
import dev.leadkit.conversation.ChatMessage;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The conversations of a fold, in the order of their first messages. Not safe to share. */
final class FoldedSessions {
    private final Map<String, Turns> turns = new LinkedHashMap<>();
    private String first = "";

    private record Turns(String channel, Asked asked) {}

    /** What the conversation of a message is about to answer. */
    Asked asked(ChatMessage message) {
        if (first.isEmpty()) {
            first = message.session();
        }
        return turns.computeIfAbsent(message.session(), session -> new Turns(message.channel(), new Asked()))
                .asked();
    }

    /** The session of the very first message; empty before it. */
    String first() {
        return first;
    }

    /** The channel of one conversation's first message; empty when it has none. */
    String channelOf(String session) {
        Turns its = turns.get(session);
        return its == null ? "" : its.channel();
    }

    /** Each channel, that of the first conversation first. */
    Set<String> channels() {
        Set<String> channels = new LinkedHashSet<>();
        turns.values().forEach(its -> channels.add(its.channel()));
        return channels;
    }
}
