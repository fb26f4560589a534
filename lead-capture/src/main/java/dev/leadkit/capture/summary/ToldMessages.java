package dev.leadkit.capture.summary;

import dev.leadkit.conversation.Speaker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messages that a model was told, by the numbers that it names them by, each read when it is first named. Not safe to share. */
final class ToldMessages {
    private final List<Utterance> messages;
    private final Map<Integer, SaidMessage> read = new HashMap<>();

    ToldMessages(List<Utterance> messages) {
        this.messages = messages;
    }

    /** Whether there is one of the number, which begins at 1. */
    boolean has(int number) {
        return number >= 1 && number <= messages.size();
    }

    Speaker speaker(int number) {
        return messages.get(number - 1).speaker();
    }

    /** The message for one claim. */
    CitedMessage cite(int number) {
        return new CitedMessage(
                number - 1, read.computeIfAbsent(number, first -> new SaidMessage(messages.get(number - 1))));
    }
}
