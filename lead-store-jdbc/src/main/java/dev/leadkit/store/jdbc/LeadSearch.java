package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Position;
import dev.leadkit.store.LeadQuery.Sort;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first leads of an order that pass a filter with {@link Lookup}s, however many leads those lead to.
 *
 * <p>No statistics of a database are asked. A lookup that leads to few leads is read whole. One that leads to many is
 * likely to be met soon by going through the order, which is tried on its first leads. Where it is not, as for a name
 * that only old leads have, all that the lookup leads to is sorted by the keys alone. So a search reads some thousand
 * rows, or else the keys of one lookup; never every lead.
 */
final class LeadSearch {
    /** As many keys as are read before a lookup counts as one that leads to many. */
    static final int FEW = 2_000;

    /** As many leads as are gone through in the hope of filling a page. */
    private static final int WALK = 2_000;

    private static final int LARGEST_CHUNK = 5_000;

    private static final String MISSING = "CASE WHEN l.lead_id IS NULL THEN 1 ELSE 0 END AS missing";

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
        var counts = new Fragment("SELECT ");
        for (int i = 0; i < lookups.size(); i++) {
            counts.add(i == 0 ? "" : ",\n")
                    .add("(SELECT COUNT(*)\nFROM (\n")
                    .add(few(lookups.get(i), false))
                    .add(") c%d)".formatted(i));
        }
        List<Integer> leadsTo = statements
                .find(counts, from -> {
                    List<Integer> numbers = new ArrayList<>();
                    for (int i = 0; i < lookups.size(); i++) {
                        numbers.add(from.integer());
                    }
                    return numbers;
                })
                .orElseThrow();
        int fewest = IntStream.range(0, lookups.size())
                .reduce((one, other) -> leadsTo.get(one) <= leadsTo.get(other) ? one : other)
                .orElseThrow();
        return leadsTo.get(fewest) <= FEW ? lookups.get(fewest) : null;
    }

    /** The first keys of a lookup in no order, one more than are few. */
    private Fragment few(Lookup lookup, boolean fromPosition) {
        List<Fragment> selects = lookup.sources().stream()
                .map(source -> {
                    var select = new Fragment("SELECT t.lead_id\n").add(source);
                    if (fromPosition && order.isByCreation()) {
                        after.ifPresent(position -> select.add(order.after(position, "t", statements.dialect())));
                    }
                    return select.add("LIMIT %d\n".formatted(FEW + 1));
                })
                .toList();
        return Fragment.unionAll(selects);
    }

    /**
     * The leads that a lookup leads to, if they are few, in one statement: it counts the keys as it reads them, and looks
     * at no lead when they are many. Rows without a lead come last and carry the count.
     */
    private Optional<List<Lead>> amongFew(Lookup lookup, int wanted) throws SQLException {
        var select = new Fragment("SELECT h.hits, %s, ".formatted(MISSING))
                .add(LeadSql.COLUMNS)
                .add("FROM (\nSELECT DISTINCT d.lead_id, d.hits\nFROM (\n")
                .add("SELECT k.lead_id, COUNT(*) OVER () AS hits\nFROM (\n")
                .add(few(lookup, true))
                .add(") k) d) h\n")
                .add("LEFT JOIN leadkit_lead l ON l.tenant_id = ?\n", to -> to.text(tenant.value()))
                .add("    AND l.lead_id = CASE WHEN h.hits <= %d THEN h.lead_id END\n".formatted(FEW))
                .add(conditions)
                .add(checksBut(lookup));
        after.ifPresent(position -> select.add(order.after(position, "l", statements.dialect())));
        select.add("ORDER BY missing, %s\nLIMIT ?\n".formatted(order.by("l")), to -> to.number(wanted));
        List<Lead> found = new ArrayList<>();
        boolean few = statements
                .list(select, from -> {
                    int hits = from.integer();
                    if (from.integer() == 0) {
                        found.add(LeadRows.read(from, tenant));
                    }
                    return hits <= FEW;
                })
                .stream()
                .allMatch(Boolean::booleanValue);
        return few ? Optional.of(found) : Optional.empty();
    }

    /** Goes through the order, and checks each lead. */
    private List<Lead> walk(int wanted, boolean firstOnly) throws SQLException {
        var walk = new Fragment("SELECT l.lead_id, l.%s\n".formatted(order.column()))
                .add(walked())
                .add(order.of(filter))
                .add(firstOnly ? "LIMIT %d\n".formatted(WALK) : "");
        var select = new Fragment(LeadSql.SELECT)
                .add("FROM (\n")
                .add(walk)
                .add(") w\n")
                .add(
                        "JOIN leadkit_lead l ON l.tenant_id = ? AND l.lead_id = w.lead_id\nWHERE l.tenant_id = ?\n",
                        to -> to.text(tenant.value()).text(tenant.value()));
        lookups.forEach(lookup -> select.add(lookup.check()));
        select.add("ORDER BY %s\nLIMIT ?\n".formatted(order.by("w")), to -> to.number(wanted));
        return statements.list(select, from -> LeadRows.read(from, tenant));
    }

    private boolean isWalkThroughAll() throws SQLException {
        var count = new Fragment("SELECT COUNT(*)\nFROM (\nSELECT l.lead_id\n")
                .add(walked())
                // In the order, whose index PostgreSQL else leaves for a scan of the table.
                .add(order.of(filter))
                .add("LIMIT %d) c\n".formatted(WALK + 1));
        return statements.find(count, Columns::integer).orElseThrow() <= WALK;
    }

    private Fragment walked() {
        return LeadSelection.ofTenant(tenant)
                .add(conditions)
                .add(after.map(position -> order.after(position, "l", statements.dialect()))
                        .orElseGet(order::fromTheStart));
    }

    /**
     * Sorts the keys of a lookup by the creation of their leads and looks at the leads in that order, in chunks that grow
     * as long as too few of them pass the filter.
     */
    private List<Lead> byKeys(Lookup lookup, int wanted) throws SQLException {
        List<Lead> found = new ArrayList<>();
        Optional<Position> from = after;
        // A lookup that is not sorted is read whole for every chunk.
        int size = lookup.isSorted() ? wanted + 16 : 4 * wanted;
        while (true) {
            int most = size;
            List<Hit> hits = statements.list(chunk(lookup, from, most), this::hit);
            LeadId previous = null;
            for (Hit hit : hits) {
                if (hit.lead() != null && !hit.position().id().equals(previous)) {
                    found.add(hit.lead());
                }
                previous = hit.position().id();
            }
            if (found.size() >= wanted || hits.size() < most) {
                return found.subList(0, Math.min(found.size(), wanted));
            }
            from = Optional.of(hits.get(hits.size() - 1).position());
            size = Math.min(5 * size, LARGEST_CHUNK);
        }
    }

    /** A key of a lookup, with its lead if that passes the filter. */
    private record Hit(Position position, @Nullable Lead lead) {}

    private Hit hit(Columns from) throws SQLException {
        var position = LeadOrder.createdAt(from.instant(), new LeadId(from.id()));
        return new Hit(position, from.integer() == 1 ? null : LeadRows.read(from, tenant));
    }

    private Fragment chunk(Lookup lookup, Optional<Position> from, int size) {
        List<Fragment> sources = lookup.sources().stream()
                .map(source -> {
                    var select = new Fragment("SELECT t.created_at, t.lead_id\n").add(source);
                    joinableBut(lookup)
                            .forEach(other -> select.add("    AND t.lead_id IN (SELECT t.lead_id\n")
                                    .add(other.sources().get(0))
                                    .add(")\n"));
                    from.ifPresent(position -> select.add(order.after(position, "t", statements.dialect())));
                    String fixed = lookup.isSorted()
                            ? "t.tenant_id%1$s, %2$s%1$s, ".formatted(order.direction(), lookup.keyColumn())
                            : "";
                    return select.add("ORDER BY %s%s\nLIMIT %d\n".formatted(fixed, order.by("t"), size));
                })
                .toList();
        var select = new Fragment("SELECT h.created_at, h.lead_id, %s, ".formatted(MISSING))
                .add(LeadSql.COLUMNS)
                .add("FROM (\nSELECT k.created_at, k.lead_id\nFROM (\n")
                .add(Fragment.unionAll(sources))
                .add(") k\nORDER BY %s\nLIMIT %d) h\n".formatted(order.by("k"), size))
                .add(
                        "LEFT JOIN leadkit_lead l ON l.tenant_id = ? AND l.lead_id = h.lead_id\n",
                        to -> to.text(tenant.value()))
                .add(conditions);
        lookups.stream()
                .filter(other -> other != lookup && !joinableBut(lookup).contains(other))
                .forEach(other -> select.add(other.check()));
        return select.add("ORDER BY %s\n".formatted(order.by("h")));
    }

    /** The lookups that can be met by their keys alone, where the driving one is met by its own. */
    private List<Lookup> joinableBut(Lookup lookup) {
        return lookup.isSorted()
                ? List.of()
                : lookups.stream()
                        .filter(other -> other != lookup && other.sources().size() == 1)
                        .toList();
    }

    /** Reads every lead that the first lookup leads to, for an order that its keys know nothing of. */
    private List<Lead> all(int wanted) throws SQLException {
        var select = new Fragment(LeadSql.SELECT).add(LeadSelection.of(tenant, conditions, lookups));
        after.ifPresent(position -> select.add(order.after(position, "l", statements.dialect())));
        select.add("ORDER BY %s\nLIMIT ?\n".formatted(order.by("l")), to -> to.number(wanted));
        return statements.list(select, from -> LeadRows.read(from, tenant));
    }

    private Fragment checksBut(Lookup lookup) {
        var checks = new Fragment("");
        lookups.stream().filter(other -> other != lookup).map(Lookup::check).forEach(checks::add);
        return checks;
    }
}
