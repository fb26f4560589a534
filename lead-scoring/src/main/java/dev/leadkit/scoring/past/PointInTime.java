package dev.leadkit.scoring.past;

import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** As of when a closed lead is looked at. Pure. */
@FunctionalInterface
public interface PointInTime {
    /**
     * The instant. A lead that did not exist then, or was closed by then, is left out.
     *
     * @param createdAt when it became a lead
     * @param closedAt when it was closed for good
     */
    Instant of(Instant createdAt, Instant closedAt);

    /** So long after a lead came: what could be known of every lead at the same age. Leads closed by then are left out. */
    static PointInTime afterCreation(Duration age) {
        requireNotNegative("age", age);
        return (createdAt, closedAt) -> createdAt.plus(age);
    }

    /** So long before a lead was closed. Leads that came later than that are left out. */
    static PointInTime beforeClosing(Duration time) {
        requireNotNegative("time", time);
        // What happened at the very instant may belong to the closing.
        return (createdAt, closedAt) -> closedAt.minus(time).minus(1, ChronoUnit.MICROS);
    }

    /** Right before a lead was closed. */
    static PointInTime beforeClosing() {
        return beforeClosing(Duration.ZERO);
    }

    private static void requireNotNegative(String field, Duration time) {
        if (time.isNegative()) {
            throw new InvalidInputException(field, "zero or more", time.toString());
        }
    }
}
