package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the outbox that is delivered no more, unless somebody replays it.
 *
 * @param failures how many attempts failed
 * @param since when the last one did
 * @param reason why that one did; holds no personal data
 */
public record DeadLetter(DeliveryId id, int failures, Instant since, String reason) {
    /** A place in the order of an endpoint's dead letters: oldest first. A lead has no more than one at an endpoint. */
    public record Position(Instant since, LeadId lead) implements Comparable<Position> {
        private static final Comparator<Position> ORDER =
                Comparator.comparing(Position::since).thenComparing(Position::lead);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    public Position position() {
        return new Position(since, id.lead());
    }

    /**
     * For stores: where the page before ended; empty for the first page.
     *
     * @throws dev.leadkit.lead.InvalidInputException if the cursor is none, or another question's
     */
    public static Optional<Position> position(TenantId tenant, String endpoint, PageRequest page) {
        if (page.cursor() == null) {
            return Optional.empty();
        }
        List<String> parts = Cursors.decode(question(tenant, endpoint), page.cursor(), 2);
        try {
            return Optional.of(new Position(Instant.parse(parts.get(0)), LeadId.parse(parts.get(1))));
        } catch (DateTimeParseException altered) {
            throw Cursors.refused();
        }
    }

    /** For stores: a page of what was found for it, and one more where there is more. */
    public static Page<DeadLetter> page(TenantId tenant, String endpoint, List<DeadLetter> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        Position last = oneMore.get(limit - 1).position();
        List<String> values = List.of(last.since().toString(), last.lead().toString());
        return new Page<>(oneMore.subList(0, limit), Cursors.encode(question(tenant, endpoint), values));
    }

    private static List<Object> question(TenantId tenant, String endpoint) {
        return List.of("dead-letters", tenant, endpoint);
    }
}
