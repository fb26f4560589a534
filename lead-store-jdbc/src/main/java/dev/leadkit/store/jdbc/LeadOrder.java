package dev.leadkit.store.jdbc;

import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Position;
import dev.leadkit.store.LeadQuery.Sort;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The order of a page of leads: the end of its WHERE clause, its ORDER BY and its limit. */
final class LeadOrder {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final LeadQuery query;

    LeadOrder(LeadQuery query) {
        this.query = query;
    }

    /** Adds the order to a selection of the query's filter; one lead more than the page holds tells whether there is a next. */
    void addTo(LeadSelection selection, Optional<Position> after) {
        if (isOneColumnOfTheBoard()) {
            LeadFilter filter = query.filter();
            UUID boardKey = HashKey.of(
                    Objects.requireNonNull(filter.pipeline()),
                    filter.stages().iterator().next());
            selection.add("    AND l.board_key = ?\n", to -> to.id(boardKey));
        }
        String column = column();
        boolean descending = query.sort().isDescending();
        if (after.isPresent()) {
            Position position = after.get();
            selection.add(
                    "    AND %1$s %2$s= ? AND (%1$s %2$s ? OR l.lead_id %2$s ?)\n"
                            .formatted(column, descending ? "<" : ">"),
                    to -> {
                        bindKey(to, position.key());
                        bindKey(to, position.key());
                        to.id(position.id().value());
                    });
        } else {
            // True for every lead, but H2 takes the index of an order only for a condition on its column.
            selection.add("    AND %s %s= ?\n".formatted(column, descending ? "<" : ">"), this::bindStart);
        }
        String direction = descending ? " DESC" : "";
        // The columns that are fixed stand in front, because H2 else sorts what the index has sorted.
        String fixed = isOneColumnOfTheBoard() ? "l.tenant_id, l.board_key" : "l.tenant_id" + direction;
        selection.add(
                "ORDER BY %s, %s%s, l.lead_id%s\nLIMIT ?\n".formatted(fixed, column, direction, direction),
                to -> to.number(query.page().limit() + 1L));
    }

    private String column() {
        return switch (query.sort()) {
            case NEWEST, OLDEST -> "l.created_at";
            case LAST_ACTIVITY -> "l.last_activity_at";
            case SCORE -> "l.score";
            case BOARD -> "l.board_rank";
        };
    }

    private boolean isOneColumnOfTheBoard() {
        LeadFilter filter = query.filter();
        return query.sort() == Sort.BOARD
                && filter.pipeline() != null
                && filter.stages().size() == 1;
    }

    private void bindStart(Parameters to) throws SQLException {
        switch (query.sort()) {
            case NEWEST, LAST_ACTIVITY -> to.instant(LATEST);
            case OLDEST -> to.instant(EARLIEST);
            case SCORE -> to.number(Integer.MAX_VALUE);
            case BOARD -> to.text("");
        }
    }

    private void bindKey(Parameters to, Comparable<?> key) throws SQLException {
        switch (query.sort()) {
            case NEWEST, OLDEST, LAST_ACTIVITY -> to.instant(Instant.EPOCH.plus((Long) key, ChronoUnit.MICROS));
            case SCORE -> to.number((Long) key);
            case BOARD -> to.text((String) key);
        }
    }
}
