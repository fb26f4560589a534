package dev.leadkit.examples.leaddesk.bot;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.util.List;
import java.util.Optional;

/**
 * What a simple bot of a shop says next: it asks for the need, then for an address, then for the budget, and is silent once a
 * person has taken over. It knows what was said and what was understood of it, and nothing else.
 */
public final class ScriptedBot {
    /** How it begins. */
    public static final String GREETING = "Hello! What can we do for you?";

    private ScriptedBot() {}

    /**
     * What the conversation gave so far.
     *
     * @param reachable whether an e-mail address or a phone number is known
     * @param budget whether an amount was named
     */
    public record Understood(boolean reachable, boolean budget) {}

    /** Empty when it has nothing to say. @param messages the conversation so far, in its order */
    public static Optional<String> reply(List<ChatMessage> messages, Understood understood) {
        if (isHandedOver(messages)) {
            return Optional.empty();
        }
        long asked = messages.stream().filter(ChatMessage::isFromVisitor).count();
        if (asked == 0) {
            return Optional.of(GREETING);
        }
        if (!understood.reachable()) {
            return Optional.of(
                    asked == 1
                            ? "Thank you. Where can we send you an offer? An e-mail address or a phone number is enough."
                            : "So that a colleague can answer you in person: how can we reach you?");
        }
        if (!understood.budget() && asked < 4) {
            return Optional.of("Got it, thank you. Is there a budget that we should keep to?");
        }
        return Optional.of("All noted. A colleague will write to you soon. Is there anything else?");
    }

    /** Whether a person has written. */
    public static boolean isHandedOver(List<ChatMessage> messages) {
        return messages.stream().anyMatch(message -> message.speaker() == Speaker.AGENT);
    }
}
