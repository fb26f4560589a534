package dev.leadkit.scoring.past;

import dev.leadkit.conversation.ChatMessage;

/**
 * What a visitor's message wants, for the intents of past leads, which nothing keeps message by message. An intent model of
 * lead-capture gives both.
 */
@FunctionalInterface
public interface MessageIntents {
    /** Nothing is known of what messages want. */
    MessageIntents NONE = message -> new Intents(0, 0);

    /**
     * How likely a message wants what.
     *
     * @param purchase the probability of purchase intent, 0.0 to 1.0
     * @param qualified the probability of a pre-sales inquiry, 0.0 to 1.0
     */
    record Intents(double purchase, double qualified) {}

    /** Depends on nothing but the message, which is a visitor's. */
    Intents of(ChatMessage message);
}
