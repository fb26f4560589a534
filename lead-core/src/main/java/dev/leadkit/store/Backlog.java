package dev.leadkit.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much an endpoint has not got yet, for a gauge of how far it lags behind.
 *
 * @param waiting entries that are due, leased or wait for another attempt, or for an earlier one of their lead
 * @param oldestDue the earliest instant at which one of those is due, a leased one when its lease ends; absent for none
 * @param dead dead letters
 */
public record Backlog(long waiting, @Nullable Instant oldestDue, long dead) {
    /** Nothing at all. */
    public static final Backlog NONE = new Backlog(0, null, 0);
}
