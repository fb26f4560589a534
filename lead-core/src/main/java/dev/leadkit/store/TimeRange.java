package dev.leadkit.store;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open range of instants, in microseconds as stores keep them: its start belongs to it, its end does not. So
 * ranges that follow each other neither overlap nor leave anything out. It is empty when it ends where or before it
 * begins.
 *
 * @param from the first instant in it; absent when it has no beginning
 * @param before the first instant after it; absent when it has no end
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant before) {
    /** All of time. */
    public static final TimeRange ALWAYS = new TimeRange(null, null);

    /** @throws InvalidInputException if an instant is not of the years 1 to 9999 */
    public TimeRange {
        from = from == null ? null : Input.instant("from", from);
        before = before == null ? null : Input.instant("before", before);
    }

    public static TimeRange between(Instant from, Instant before) {
        return new TimeRange(from, before);
    }

    /** The instants that are in another range as well. */
    public TimeRange and(TimeRange other) {
        Instant latest = from == null || other.from != null && other.from.isAfter(from) ? other.from : from;
        Instant earliest =
                before == null || other.before != null && other.before.isBefore(before) ? other.before : before;
        return new TimeRange(latest, earliest);
    }

    public boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (before == null || instant.isBefore(before));
    }
}
