package dev.leadkit.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a conversation that scoring reads. Only what the visitor did counts.
 *
 * @param messages visitor messages of different text
 * @param questions those among them that ask something
 * @param activeTime the minutes in which the visitor wrote something new, as a time
 * @param channels the channels used
 * @param purchaseIntent the strongest sign of purchase intent, 0.0 to 1.0
 * @param qualifiedIntent the strongest sign of a pre-sales inquiry, 0.0 to 1.0
 * @param markedQualified whether somebody marked the conversation as a qualified inquiry
 * @param firstMessageAt the visitor's first message; absent when there is none
 * @param lastMessageAt the visitor's latest message; absent when there is none
 * @param days messages and questions by the day of their first writing, the earliest first, of the latest {@value #MAX_DAYS}
 *     days that have any; empty where nobody counted them by day
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
        @Nullable Instant lastMessageAt,
        List<EngagementDay> days) {

    /** The most days that are kept. */
    public static final int MAX_DAYS = 60;

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
        // A reader that fills in components by their names finds none in what was written before days were counted.
        days = List.copyOf(Objects.requireNonNullElse(days, List.of()));
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i - 1).date().isBefore(days.get(i).date())) {
                throw new IllegalArgumentException("the days of an engagement must be in order, each once");
            }
        }
        // Sorted, so that equal facts are written equally.
        channels = Collections.unmodifiableSet(new TreeSet<>(channels));
    }

    /** Facts that nobody counted by day. */
    public Engagement(
            int messages,
            int questions,
            Duration activeTime,
            Set<String> channels,
            double purchaseIntent,
            double qualifiedIntent,
            boolean markedQualified,
            @Nullable Instant firstMessageAt,
            @Nullable Instant lastMessageAt) {
        this(
                messages,
                questions,
                activeTime,
                channels,
                purchaseIntent,
                qualifiedIntent,
                markedQualified,
                firstMessageAt,
                lastMessageAt,
                List.of());
    }

    /** The same facts with others counted by day, the earliest first. */
    public Engagement withDays(List<EngagementDay> newDays) {
        return new Engagement(
                messages,
                questions,
                activeTime,
                channels,
                purchaseIntent,
                qualifiedIntent,
                markedQualified,
                firstMessageAt,
                lastMessageAt,
                newDays);
    }

    /** The same facts with other intents. */
    public Engagement withIntents(double purchase, double qualified, boolean marked) {
        return new Engagement(
                messages,
                questions,
                activeTime,
                channels,
                purchase,
                qualified,
                marked,
                firstMessageAt,
                lastMessageAt,
                days);
    }
}
