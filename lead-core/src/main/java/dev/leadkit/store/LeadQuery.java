package dev.leadkit.store;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A page of the leads that pass a filter, in an order. */
public record LeadQuery(LeadFilter filter, Sort sort, PageRequest page) {
    /** Each order ends with the id, in the same direction, so that no two leads are equal in it. */
    public enum Sort {
        NEWEST(true, lead -> Input.micros(lead.createdAt())),
        OLDEST(false, lead -> Input.micros(lead.createdAt())),
        LAST_ACTIVITY(true, lead -> Input.micros(lead.lastActivityAt())),
        /** Highest first; leads without a score come last. */
        SCORE(true, lead -> lead.score() == null ? -1L : (long) lead.score().value()),
        /** Those first whose score changes first by time alone, see {@link Lead#scoreDueAt}; where it never does, last. */
        SCORE_DUE(false, lead -> Input.micros(scoreDueAt(lead))),
        /** As the cards of a column: by rank, lowest first. */
        BOARD(false, Lead::rank);

        private final boolean descending;
        private final Function<Lead, Comparable<?>> place;

        Sort(boolean descending, Function<Lead, Comparable<?>> place) {
            this.descending = descending;
            this.place = place;
        }

        /** In kebab-case, such as {@code last-activity}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the highest key comes first. */
        public boolean isDescending() {
            return descending;
        }

        /** The lead's place in this order, apart from its id. */
        public Position positionOf(Lead lead) {
            return new Position(place.apply(lead), lead.id());
        }

        /** From the first to the last. */
        public Comparator<Position> comparator() {
            Comparator<Position> ascending =
                    Comparator.comparing(Position::comparableKey).thenComparing(Position::id);
            return descending ? ascending.reversed() : ascending;
        }
    }

    /**
     * A place in an order.
     *
     * @param key microseconds since 1970 for the orders by time, the score, or the rank
     */
    public record Position(Comparable<?> key, LeadId id) {
        @SuppressWarnings("unchecked") // all keys of one order are of one type
        private Comparable<Object> comparableKey() {
            return (Comparable<Object>) key;
        }
    }

    /** For stores: {@link Lead#scoreDueAt}, or {@link Input#LATEST} where there is none, which sorts behind all others. */
    public static Instant scoreDueAt(Lead lead) {
        Instant due = lead.scoreDueAt();
        return due == null ? Input.LATEST : due;
    }

    /** The newest leads first, fifty to a page. */
    public static LeadQuery all() {
        return of(LeadFilter.all());
    }

    public static LeadQuery of(LeadFilter filter) {
        return new LeadQuery(filter, Sort.NEWEST, PageRequest.first(50));
    }

    public LeadQuery sortedBy(Sort newSort) {
        return new LeadQuery(filter, newSort, page);
    }

    public LeadQuery limit(int limit) {
        return new LeadQuery(filter, sort, new PageRequest(limit, page.cursor()));
    }

    public LeadQuery after(String cursor) {
        return new LeadQuery(filter, sort, page.after(cursor));
    }

    /** For stores: the cursor of the page that begins after a lead. */
    public String cursorAfter(TenantId tenant, Lead last) {
        Position position = sort.positionOf(last);
        return Cursors.encode(
                question(tenant),
                List.of(position.key().toString(), position.id().toString()));
    }

    /**
     * For stores: where the page before ended; empty for the first page.
     *
     * @throws InvalidInputException if the cursor is none, or another question's
     */
    public Optional<Position> position(TenantId tenant) {
        if (page.cursor() == null) {
            return Optional.empty();
        }
        List<String> parts = Cursors.decode(question(tenant), page.cursor(), 2);
        try {
            Comparable<?> key = sort == Sort.BOARD ? parts.get(0) : Long.valueOf(parts.get(0));
            return Optional.of(new Position(key, LeadId.parse(parts.get(1))));
        } catch (NumberFormatException altered) {
            throw Cursors.refused();
        }
    }

    private List<Object> question(TenantId tenant) {
        return List.of(tenant, filter.parts(), sort);
    }
}
