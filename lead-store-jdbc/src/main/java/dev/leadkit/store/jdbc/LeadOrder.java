package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery.Position;
import dev.leadkit.store.LeadQuery.Sort;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The order of a list in SQL: where in it a page begins, and by what it is sorted. */
final class LeadOrder {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final Sort sort;

    LeadOrder(Sort sort) {
        this.sort = sort;
    }

    /** The position of a lead in the orders by creation. */
    static Position createdAt(Instant instant, LeadId lead) {
        return new Position(Input.micros(instant), lead);
    }

    /** The column that leads are sorted by, before their id. */
    String column() {
        return switch (sort) {
            case NEWEST, OLDEST -> "created_at";
            case LAST_ACTIVITY -> "last_activity_at";
            case SCORE -> "score";
            case SCORE_DUE -> "score_due_at";
            case BOARD -> "board_rank";
        };
    }

    /** Whether it is the order of creation, one way or the other. */
    boolean isByCreation() {
        return sort == Sort.NEWEST || sort == Sort.OLDEST;
    }

    /** True for every lead, but H2 takes the index of an order only for a condition on its column. */
    Fragment fromTheStart() {
        return new Fragment("    AND l.%s %s= ?\n".formatted(column(), comparison()), this::bindStart);
    }

    /**
     * What comes after a position, as ranges of the order's index that follow each other: together they are read no
     * further than a page goes, however many leads have the same place.
     */
    List<Fragment> rangesAfter(Position position, Dialect dialect) {
        if (dialect.comparesRows()) {
            return List.of(after(position, "l", dialect));
        }
        var same = new Fragment(
                "    AND l.%s = ? AND l.lead_id %s ?\n".formatted(column(), comparison()),
                to -> bindPosition(to, position));
        return isLast(position.key()) ? List.of(same) : List.of(same, beyond(position.key()));
    }

    /** Whether no place comes after it: that of the leads whose scores time does not change. */
    private boolean isLast(Comparable<?> key) {
        return sort == Sort.SCORE_DUE && key.equals(Input.micros(Input.LATEST));
    }

    /** All places after one. By the next that there can be, since H2 goes through those that are equal to a bound. */
    private Fragment beyond(Comparable<?> key) {
        if (sort == Sort.SCORE) {
            long next = (Long) key + (sort.isDescending() ? -1 : 1);
            return new Fragment("    AND l.score %s= ?\n".formatted(comparison()), to -> to.number(next));
        }
        if (sort == Sort.SCORE_DUE) { // as many may be due at once as were scored together
            long next = (Long) key + 1;
            return new Fragment("    AND l.score_due_at >= ?\n", to -> bindKey(to, next));
        }
        return new Fragment("    AND l.%s %s ?\n".formatted(column(), comparison()), to -> bindKey(to, key));
    }

    /** The same as one condition on any table, which may read all that have the position's place. */
    Fragment after(Position position, String alias, Dialect dialect) {
        if (dialect.comparesRows()) {
            return new Fragment(
                    "    AND (%1$s.%2$s, %1$s.lead_id) %3$s (?, ?)\n".formatted(alias, column(), comparison()),
                    to -> bindPosition(to, position));
        }
        return new Fragment(
                "    AND %1$s.%2$s %3$s= ? AND (%1$s.%2$s %3$s ? OR %1$s.lead_id %3$s ?)\n"
                        .formatted(alias, column(), comparison()),
                to -> {
                    bindKey(to, position.key());
                    bindPosition(to, position);
                });
    }

    /** The order by the columns of a table or subquery. */
    String by(String alias) {
        return "%1$s.%2$s%3$s, %1$s.lead_id%3$s".formatted(alias, column(), direction());
    }

    /**
     * The order of the leads that pass a filter. The columns that are the same for all of them stand in front, because H2
     * else sorts what the index has sorted.
     */
    String of(LeadFilter filter) {
        String fixed = isByCreation() ? facet(filter) : sort == Sort.BOARD ? "board_key" : "";
        return "ORDER BY l.tenant_id%1$s, %2$s%3$s\n"
                .formatted(direction(), fixed.isEmpty() ? "" : "l." + fixed + direction() + ", ", by("l"));
    }

    /** The column that a filter holds to one value and that has an index of its own in the order of creation. */
    private static String facet(LeadFilter filter) {
        if (filter.stages().size() == 1) {
            return "stage";
        }
        if (filter.assignee() != null && LeadConditions.isWithinHead(filter.assignee())) {
            return "assignee_head";
        }
        if (isOneHead(filter.sources())) {
            return "source_head";
        }
        return filter.band() != null && LeadConditions.isWithinHead(filter.band()) ? "band_head" : "";
    }

    private static boolean isOneHead(Set<String> values) {
        return values.size() == 1 && values.stream().allMatch(LeadConditions::isWithinHead);
    }

    String direction() {
        return sort.isDescending() ? " DESC" : "";
    }

    private String comparison() {
        return sort.isDescending() ? "<" : ">";
    }

    private void bindStart(Parameters to) throws SQLException {
        switch (sort) {
            case NEWEST, LAST_ACTIVITY -> to.instant(Input.LATEST);
            case OLDEST, SCORE_DUE -> to.instant(EARLIEST);
            case SCORE -> to.number(Integer.MAX_VALUE);
            case BOARD -> to.text("");
        }
    }

    private void bindPosition(Parameters to, Position position) throws SQLException {
        bindKey(to, position.key());
        to.id(position.id().value());
    }

    private void bindKey(Parameters to, Comparable<?> key) throws SQLException {
        switch (sort) {
            case NEWEST, OLDEST, LAST_ACTIVITY, SCORE_DUE ->
                to.instant(Instant.EPOCH.plus((Long) key, ChronoUnit.MICROS));
            case SCORE -> to.number((Long) key);
            case BOARD -> to.text((String) key);
        }
    }
}
