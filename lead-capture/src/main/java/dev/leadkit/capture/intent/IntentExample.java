package dev.leadkit.capture.intent;

import java.util.List;
import java.util.Objects;

/**
 * What a visitor wrote, with what they wanted. A single utterance is one message; a conversation has one label for all of
 * its messages, of which the one that shows the intent most decides, as it does in capture.
 *
 * @param messages the visitor's, at least one
 * @param source where the example comes from; sources are weighed alike and left out in turn to judge the model. Empty
 *     when there is only one
 */
public record IntentExample(List<String> messages, IntentLabel label, String source) {
    public IntentExample {
        messages = List.copyOf(messages);
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(source, "source");
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("an example has at least one message, found none");
        }
    }

    /** A single utterance of no particular source. */
    public static IntentExample of(String text, IntentLabel label) {
        return new IntentExample(List.of(text), label, "");
    }
}
