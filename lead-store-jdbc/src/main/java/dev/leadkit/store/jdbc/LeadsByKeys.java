package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadQuery.Position;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds leads in an order of their creation by the keys of a {@link Lookup}, which are sorted before a lead is looked at.
 *
 * <p>It goes through them in chunks that grow as long as too few of the leads pass the filter and the other lookups. When
 * two chunks were not enough, the lookups have little in common: their keys are then joined, where they are not too many,
 * and those of the lookup that leads to the fewest leads are gone through.
 */
final class LeadsByKeys {
    private static final int LARGEST_CHUNK = 5_000;

    /** As many keys as may be joined with those of another lookup. */
    private static final int JOINABLE = 100_000;

    private final Statements statements;
    private final TenantId tenant;
    private final Fragment conditions;
    private final LeadOrder order;
    private final List<Lookup> lookups;

    LeadsByKeys(Statements statements, TenantId tenant, Fragment conditions, LeadOrder order, List<Lookup> lookups) {
        this.statements = statements;
        this.tenant = tenant;
        this.conditions = conditions;
        this.order = order;
        this.lookups = lookups;
    }

    /**
     * At most so many leads; fewer only when there are no more.
     *
     * @param first whose keys to try
     */
    List<Lead> read(Lookup first, Optional<Position> after, int wanted) throws SQLException {
        List<Lead> found = new ArrayList<>();
        Optional<Position> from = after;
        var plan = new Plan(first, List.of());
        // A lookup that is not sorted is read whole for every chunk.
        int size = first.isSorted() ? wanted + LeadSearch.SPARE : 4 * wanted;
        for (int chunk = 1; ; chunk++) {
            if (chunk == 3 && lookups.size() > 1) {
                plan = joining();
            }
            int most = size;
            List<Hit> hits = statements.list(chunk(plan, from, most), this::hit);
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

    /** Whose keys are gone through, and whose are joined to them; the others are checked on the lead. */
    private record Plan(Lookup driver, List<Lookup> joined) {
        boolean hasToCheck(Lookup lookup) {
            return lookup != driver && !joined.contains(lookup);
        }
    }

    private Plan joining() throws SQLException {
        Map<Lookup, Integer> counts = Lookup.counts(statements, lookups, JOINABLE + 1);
        Lookup rarest = Lookup.rarest(counts);
        counts.values().removeIf(count -> count > JOINABLE);
        List<Lookup> joined = counts.keySet().stream()
                .filter(lookup -> lookup != rarest && lookup.sources().size() == 1)
                .toList();
        return new Plan(rarest, joined);
    }

    /** A key, with its lead if that passes the filter. */
    private record Hit(Position position, @Nullable Lead lead) {}

    private Hit hit(Columns from) throws SQLException {
        var position = LeadOrder.createdAt(from.instant(), new LeadId(from.id()));
        return new Hit(position, from.integer() == 1 ? null : LeadRows.read(from, tenant));
    }

    private Fragment chunk(Plan plan, Optional<Position> from, int size) {
        List<Fragment> sources = plan.driver().sources().stream()
                .map(source -> sorted(plan, source, from, size))
                .toList();
        List<Fragment> asked = new ArrayList<>(List.of(conditions));
        lookups.stream().filter(plan::hasToCheck).map(Lookup::check).forEach(asked::add);
        return new Fragment("SELECT h.created_at, h.lead_id, ")
                .add(missing(asked))
                .add(LeadSql.COLUMNS)
                .add("FROM (\nSELECT k.created_at, k.lead_id\nFROM (\n")
                .add(Fragment.unionAll(sources))
                .add(") k\nORDER BY %s\nLIMIT %s) h\n".formatted(order.by("k"), size))
                .add(
                        "LEFT JOIN leadkit_lead l ON l.tenant_id = ? AND l.lead_id = h.lead_id\n",
                        to -> to.text(tenant.value()))
                .add("ORDER BY %s\n".formatted(order.by("h")));
    }

    /**
     * A column that is 1 where an outer join gave no lead, or one that is not asked for. Not a condition of the join:
     * PostgreSQL, as long as it has no statistics, else looks for each key through all leads of a stage.
     *
     * @param asked conditions on the lead, each of which begins with AND
     */
    static Fragment missing(List<Fragment> asked) {
        var met = new Fragment("CASE WHEN l.lead_id IS NOT NULL\n");
        asked.forEach(met::add);
        return met.add("    THEN 0 ELSE 1 END AS missing, ");
    }

    private Fragment sorted(Plan plan, Fragment source, Optional<Position> from, int size) {
        var select = new Fragment("SELECT t.created_at, t.lead_id\n").add(source);
        for (Lookup other : plan.joined()) {
            select.add("    AND t.lead_id IN (SELECT t.lead_id\n")
                    .add(other.sources().get(0))
                    .add(")\n");
        }
        from.ifPresent(position -> select.add(order.after(position, "t", statements.dialect())));
        // The columns that are the same in all rows stand in front, because H2 else sorts what the index has sorted.
        String fixed = plan.driver().isSorted()
                ? "t.tenant_id%1$s, %2$s%1$s, "
                        .formatted(order.direction(), plan.driver().keyColumn())
                : "";
        return select.add("ORDER BY %s%s\nLIMIT %s\n".formatted(fixed, order.by("t"), size));
    }
}
