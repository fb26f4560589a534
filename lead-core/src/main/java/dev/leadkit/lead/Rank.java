package dev.leadkit.lead;

import java.time.Instant;

/** The order of cards within a column. A new card's rank comes from its time alone, so that no neighbour is read. */
final class Rank {
    private Rank() {}

    /** Sixteen hexadecimal digits that sort younger instants first. */
    static String newestFirst(Instant at) {
        return "%016x".formatted(Long.MAX_VALUE / 2 - Input.micros(at));
    }
}
