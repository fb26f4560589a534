package dev.leadkit.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a conversation that scoring reads. Only what the visitor did counts.
 *
 * @param messages visitor messages of different text
 * @param questions those among them that ask something
 * @param activeTime the minutes in which the visitor wrote, as a time
 * @param channels the channels used
 * @param purchaseIntent the strongest sign of purchase intent, 0.0 to 1.0
 * @param qualifiedIntent the strongest sign of a pre-sales inquiry, 0.0 to 1.0
 * @param markedQualified whether somebody marked the conversation as a qualified inquiry
 * @param firstMessageAt the visitor's first message; absent when there is none
 * @param lastMessageAt the visitor's latest message; absent when there is none
 */
public record Engagement(
        int messages,
        int questions,
        Duration activeTime,
        Set<String> channels,
        double purchaseIntent,
        double qualifiedIntent,
        boolean markedQualified,
        @Nullable Instant firstMessageAt,
        @Nullable Instant lastMessageAt) {

    /** No conversation at all, as for a lead that a person typed in. */
    public static final Engagement NONE = new Engagement(0, 0, Duration.ZERO, Set.of(), 0, 0, false, null, null);

    public Engagement {
        if (messages < 0 || questions < 0 || questions > messages || activeTime.isNegative()) {
            throw new IllegalArgumentException("engagement counts must be 0 <= questions <= messages, time >= 0");
        }
        if (!(purchaseIntent >= 0 && purchaseIntent <= 1) || !(qualifiedIntent >= 0 && qualifiedIntent <= 1)) {
            throw new IllegalArgumentException(
                    "intents must be 0.0..1.0, were %s and %s".formatted(purchaseIntent, qualifiedIntent));
        }
        firstMessageAt = firstMessageAt == null ? null : Input.instant("firstMessageAt", firstMessageAt);
        lastMessageAt = lastMessageAt == null ? null : Input.instant("lastMessageAt", lastMessageAt);
        // Sorted, so that equal facts are written equally.
        channels = Collections.unmodifiableSet(new TreeSet<>(channels));
    }

    /** The same facts with other intents. */
    public Engagement withIntents(double purchase, double qualified, boolean marked) {
        return new Engagement(
                messages, questions, activeTime, channels, purchase, qualified, marked, firstMessageAt, lastMessageAt);
    }
}
