package dev.leadkit.examples.scaleout.flink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The leads of a tenant that were created in a range of time: what a task works on at once, and does again when it was killed.
 *
 * @param from the first instant of it
 * @param before the first instant after it
 */
public record LeadRange(String tenant, Instant from, Instant before) {
    /**
     * Cuts a range into pieces of equal length, of which the last may be shorter.
     *
     * @param piece longer than nothing
     */
    public static List<LeadRange> pieces(String tenant, Instant from, Instant before, Duration piece) {
        if (piece.isZero() || piece.isNegative()) {
            throw new IllegalArgumentException("a piece must be longer than nothing, was " + piece);
        }
        List<LeadRange> pieces = new ArrayList<>();
        for (Instant start = from; start.isBefore(before); start = start.plus(piece)) {
            Instant end = start.plus(piece);
            pieces.add(new LeadRange(tenant, start, end.isBefore(before) ? end : before));
        }
        return pieces;
    }
}
