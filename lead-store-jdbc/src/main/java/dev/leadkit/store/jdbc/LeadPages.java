package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Position;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads one page of a list. */
final class LeadPages {
    private final Statements statements;
    private final TenantId tenant;
    private final LeadQuery query;
    private final Optional<Position> after;
    private final LeadOrder order;

    /** @param after where the page before ended; empty for the first */
    LeadPages(Statements statements, TenantId tenant, LeadQuery query, Optional<Position> after) {
        this.statements = statements;
        this.tenant = tenant;
        this.query = query;
        this.after = after;
        this.order = new LeadOrder(query.sort());
    }

    Page<Lead> read() throws SQLException {
        List<Lookup> lookups = Lookup.of(tenant, query.filter());
        // One lead more than the page holds tells whether there is a next.
        int limit = query.page().limit();
        List<Lead> found = lookups.isEmpty()
                ? inOrder()
                : new LeadSearch(statements, tenant, query, after, lookups).read(limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        return new Page<>(found.subList(0, limit), query.cursorAfter(tenant, found.get(limit - 1)));
    }

    /** From the index of the order, as many leads as are shown. Where it takes several ranges, as many from each. */
    private List<Lead> inOrder() throws SQLException {
        int wanted = query.page().limit() + 1;
        Fragment conditions = LeadConditions.of(query.filter());
        List<Fragment> selects = new ArrayList<>();
        for (Fragment column : columns()) {
            for (Fragment range : ranges()) {
                selects.add(new Fragment(LeadSql.SELECT)
                        .add(LeadSelection.ofTenant(tenant))
                        .add(conditions)
                        .add(column)
                        .add(range)
                        .add(order.of(query.filter()))
                        .add("LIMIT ?\n", to -> to.number(wanted)));
            }
        }
        if (selects.isEmpty()) {
            return List.of();
        }
        List<Lead> found = statements.list(Fragment.unionAll(selects), from -> LeadRows.read(from, tenant));
        if (selects.size() > 1) {
            found.sort(
                    Comparator.comparing(query.sort()::positionOf, query.sort().comparator()));
        }
        return found.subList(0, Math.min(found.size(), wanted));
    }

    private List<Fragment> ranges() {
        return after.isPresent() ? order.rangesAfter(after.get(), statements.dialect()) : List.of(order.fromTheStart());
    }

    /** Ranks are in order within a column of the board only, so that a list by rank is merged of its columns. */
    private List<Fragment> columns() throws SQLException {
        if (query.sort() != Sort.BOARD) {
            return List.of(new Fragment(""));
        }
        LeadFilter filter = query.filter();
        List<UUID> keys = LeadConditions.boardKeys(filter);
        if (keys.isEmpty()) {
            keys = statements.list(BoardSql.filledColumns(tenant, filter), Columns::id);
        }
        return keys.stream()
                .map(key -> new Fragment("    AND l.board_key = ?\n", to -> to.id(key)))
                .toList();
    }
}
