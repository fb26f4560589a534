package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Position;
import dev.leadkit.store.LeadQuery.Sort;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first leads of an order that pass a filter with {@link Lookup}s, however many leads those lead to.
 *
 * <p>No statistics of a database are asked. A lookup that leads to few leads is read whole. One that leads to many is
 * likely to be met soon by going through the order, which is tried on its first leads. Where it is not, as for a name
 * that only old leads have, {@link LeadsByKeys} sorts the keys. So a search reads some thousand rows, or else the keys of
 * its lookups, but never every lead. In the orders that the keys know nothing of, it then reads the leads of one lookup.
 */
final class LeadSearch {
    /** As many keys as are read before a lookup counts as one that leads to many. */
    static final int FEW = 2_000;

    /** As many leads as are gone through in the hope of filling a page. */
    private static final int WALK = 2_000;

    /** More leads than a page are looked at, since some do not pass the filter. */
    static final int SPARE = 16;

    private final Statements statements;
    private final TenantId tenant;
    private final LeadFilter filter;
    private final Sort sort;
    private final LeadOrder order;
    private final Optional<Position> after;
    private final List<Lookup> lookups;
    private final Fragment conditions;

    LeadSearch(
            Statements statements, TenantId tenant, LeadQuery query, Optional<Position> after, List<Lookup> lookups) {
        this.statements = statements;
        this.tenant = tenant;
        this.filter = query.filter();
        this.sort = query.sort();
        this.order = new LeadOrder(query.sort());
        this.after = after;
        this.lookups = lookups;
        this.conditions = LeadConditions.of(filter);
    }

    /** At most so many leads; fewer only when there are no more. */
    List<Lead> read(int wanted) throws SQLException {
        Lookup sorted = order.isByCreation()
                ? lookups.stream().filter(Lookup::isSorted).findFirst().orElse(null)
                : null;
        if (sorted != null && lookups.size() == 1) {
            return byKeys(sorted, wanted);
        }
        Lookup rarest = rarest();
        if (rarest != null) {
            Optional<List<Lead>> found = amongFew(rarest, wanted);
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (sorted != null) {
            return byKeys(sorted, wanted);
        }
        if (sort != Sort.BOARD) {
            List<Lead> found = walk(wanted, true);
            if (found.size() == wanted) {
                return found;
            }
            if (isWalkThroughAll()) {
                return walk(wanted, false);
            }
        }
        return order.isByCreation() ? byKeys(lookups.get(0), wanted) : all(wanted);
    }

    /** The lookup that leads to the fewest leads; absent when all of several lead to many. */
    private @Nullable Lookup rarest() throws SQLException {
        if (lookups.size() == 1) {
            return lookups.get(0);
        }
        Map<Lookup, Integer> counts = Lookup.counts(statements, lookups, FEW + 1);
        Lookup rarest = Lookup.rarest(counts);
        return counts.getOrDefault(rarest, 0) <= FEW ? rarest : null;
    }

    /**
     * The leads that a lookup leads to, if they are few. Where its keys tell the order, their first are looked at first,
     * which is enough unless many of the leads do not pass the filter.
     */
    private Optional<List<Lead>> amongFew(Lookup lookup, int wanted) throws SQLException {
        if (order.isByCreation()) {
            Few first = few(lookup, wanted, true);
            if (first.areMany()) {
                return Optional.empty();
            }
            if (first.leads().size() == wanted || first.rows() < wanted + SPARE) {
                return Optional.of(first.leads());
            }
        }
        Few all = few(lookup, wanted, false);
        return all.areMany() ? Optional.empty() : Optional.of(all.leads());
    }

    private record Few(boolean areMany, int rows, List<Lead> leads) {}

    /**
     * One statement counts the keys as it reads them, and looks at no lead when they are many. Rows without a lead that is
     * asked for come last and carry the count.
     */
    private Few few(Lookup lookup, int wanted, boolean firstOnly) throws SQLException {
        boolean byCreation = order.isByCreation();
        int most = firstOnly ? wanted + SPARE : wanted;
        Fragment fromPosition = byCreation ? after("t") : new Fragment("");
        List<Fragment> asked = new ArrayList<>(List.of(conditions));
        lookups.stream().filter(other -> other != lookup).map(Lookup::check).forEach(asked::add);
        if (!byCreation) {
            asked.add(after("l"));
        }
        var select = new Fragment("SELECT h.hits, ")
                .add(LeadsByKeys.missing(asked))
                .add(LeadSql.COLUMNS)
                .add("FROM (\nSELECT DISTINCT d.created_at, d.lead_id, d.hits\nFROM (\n")
                .add("SELECT k.created_at, k.lead_id, COUNT(*) OVER () AS hits\nFROM (\n")
                .add(lookup.keys(FEW + 1, fromPosition))
                .add(") k) d\n")
                .add(firstOnly ? "ORDER BY %s\nLIMIT %s\n".formatted(order.by("d"), most) : "")
                .add(") h\nLEFT JOIN leadkit_lead l ON l.tenant_id = ?\n", to -> to.text(tenant.value()))
                .add("    AND l.lead_id = CASE WHEN h.hits <= %s THEN h.lead_id END\n".formatted(FEW))
                .add("ORDER BY missing, %s\nLIMIT %s\n".formatted(order.by("l"), most));
        List<Lead> found = new ArrayList<>();
        List<Boolean> areMany = statements.list(select, from -> {
            int hits = from.integer();
            if (from.integer() == 0 && found.size() < wanted) {
                found.add(LeadRows.read(from, tenant));
            }
            return hits > FEW;
        });
        return new Few(areMany.contains(true), areMany.size(), found);
    }

    /** Goes through the order, and checks each lead. */
    private List<Lead> walk(int wanted, boolean firstOnly) throws SQLException {
        var walk = new Fragment("SELECT l.lead_id, l.%s\n".formatted(order.column()))
                .add(walked())
                .add(firstOnly ? "LIMIT %s\n".formatted(WALK) : "");
        var select = new Fragment(LeadSql.SELECT)
                .add("FROM (\n")
                .add(walk)
                .add(") w\n")
                // An outer join, because H2 else may begin with all leads.
                .add(
                        "LEFT JOIN leadkit_lead l ON l.tenant_id = ? AND l.lead_id = w.lead_id\n",
                        to -> to.text(tenant.value()));
        lookups.forEach(lookup -> select.add(lookup.check()));
        select.add("WHERE l.tenant_id = ?\n", to -> to.text(tenant.value()));
        select.add("ORDER BY %s\nLIMIT ?\n".formatted(order.by("w")), to -> to.number(wanted));
        return statements.list(select, from -> LeadRows.read(from, tenant));
    }

    private boolean isWalkThroughAll() throws SQLException {
        var count = new Fragment("SELECT COUNT(*)\nFROM (\nSELECT l.lead_id\n")
                .add(walked())
                .add("LIMIT %s) c\n".formatted(WALK + 1));
        return statements.find(count, Columns::integer).orElseThrow() <= WALK;
    }

    /** In the order also where it is only counted: PostgreSQL else reads the table rather than the order's index. */
    private Fragment walked() {
        return LeadSelection.ofTenant(tenant)
                .add(conditions)
                .add(after.isPresent() ? after("l") : order.fromTheStart())
                .add(order.of(filter));
    }

    private List<Lead> byKeys(Lookup lookup, int wanted) throws SQLException {
        return new LeadsByKeys(statements, tenant, conditions, order, lookups).read(lookup, after, wanted);
    }

    /** Reads every lead that the first lookup leads to, for an order that its keys know nothing of. */
    private List<Lead> all(int wanted) throws SQLException {
        var select = new Fragment(LeadSql.SELECT)
                .add(LeadSelection.of(tenant, conditions, lookups))
                .add(after("l"))
                .add("ORDER BY %s\nLIMIT ?\n".formatted(order.by("l")), to -> to.number(wanted));
        return statements.list(select, from -> LeadRows.read(from, tenant));
    }

    private Fragment after(String alias) {
        return after.map(position -> order.after(position, alias, statements.dialect()))
                .orElseGet(() -> new Fragment(""));
    }
}
