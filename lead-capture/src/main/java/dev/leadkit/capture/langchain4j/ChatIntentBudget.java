package dev.leadkit.capture.langchain4j;

import java.time.Duration;
import java.util.Objects;

/**
 * How often a {@link ChatIntentAdvisor} may ask its model, and how long it waits. What is spent is told in the advice.
 *
 * @param callsPerConversation more than zero
 * @param callsPerMinute of all conversations, in any sixty seconds; more than zero
 * @param timePerCall more than zero; the visitor's message waits so long at most; more than 292 years are as good as for ever
 */
public record ChatIntentBudget(int callsPerConversation, int callsPerMinute, Duration timePerCall) {
    /** Ten calls a conversation, sixty a minute, two seconds a call. */
    public static final ChatIntentBudget STANDARD = new ChatIntentBudget(10, 60, Duration.ofSeconds(2));

    /** @throws IllegalArgumentException if a part is not more than zero */
    public ChatIntentBudget {
        Objects.requireNonNull(timePerCall, "timePerCall");
        if (callsPerConversation <= 0 || callsPerMinute <= 0 || timePerCall.isZero() || timePerCall.isNegative()) {
            throw new IllegalArgumentException("each part of a budget is more than zero, were %s, %s and %s"
                    .formatted(callsPerConversation, callsPerMinute, timePerCall));
        }
    }
}
