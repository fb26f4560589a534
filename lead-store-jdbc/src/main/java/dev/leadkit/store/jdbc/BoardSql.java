package dev.leadkit.store.jdbc;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.Staleness;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of a board. */
final class BoardSql {
    private BoardSql() {}

    /**
     * Pipeline, stage, key, currency, leads and amounts of each column, of leads that no filter narrows down, of how many
     * leads they are, and how many of them are stale, in whatever currency.
     */
    static Fragment counters(TenantId tenant, LeadFilter filter, @Nullable Staleness staleness) {
        StaleColumns stale = StaleColumns.of(filter, staleness);
        var select = new Fragment("""
            SELECT c.pipeline, c.stage, c.board_key, c.currency, SUM(c.leads) AS leads, SUM(c.amount) AS amount,
                SUM(c.own_amount) AS own_amount, SUM(c.own_weighted) AS own_weighted, SUM(c.leads) AS of_leads,
                %s AS stale
            FROM leadkit_counter c
            """.formatted(stale == null ? "0" : "COALESCE(MAX(s.stale), 0)"));
        if (stale != null) {
            select.add("LEFT JOIN (\n").add(stale.counted(tenant)).add(") s ON s.board_key = c.board_key\n");
        }
        return select.add("WHERE c.tenant_id = ?\n", to -> to.text(tenant.value()))
                .add(ofFilter(filter))
                .add("""
            GROUP BY c.pipeline, c.stage, c.board_key, c.currency
            HAVING SUM(c.leads) <> 0
            """);
    }

    /**
     * The same of the leads that pass any filter, counted and added, and how many of them are stale. The counters know the names
     * of the columns.
     */
    static Fragment sums(TenantId tenant, LeadFilter filter, @Nullable Staleness staleness) {
        StaleColumns stale = StaleColumns.of(filter, staleness);
        return new Fragment("""
            SELECT c.pipeline, c.stage, c.board_key, COALESCE(s.currency, ''), s.leads, s.amount, s.own_amount,
                s.own_weighted, c.of_leads, s.stale
            FROM (
                SELECT l.board_key, l.expected_currency AS currency, COUNT(*) AS leads, SUM(l.expected_amount) AS amount,
                    SUM(CASE WHEN l.own_weighted IS NOT NULL THEN l.expected_amount END) AS own_amount,
                    SUM(l.own_weighted) AS own_weighted,
            """)
                .add(
                        stale == null
                                ? new Fragment("0 AS stale\n")
                                : new Fragment("SUM(CASE WHEN ")
                                        .add(stale.condition())
                                        .add(" THEN 1 ELSE 0 END) AS stale\n"))
                .add(LeadSelection.of(tenant, LeadConditions.covered(filter), Lookup.of(tenant, filter)))
                .add("""
                    GROUP BY l.board_key, l.expected_currency) s
                JOIN (
                    SELECT c.board_key, c.pipeline, c.stage, SUM(c.leads) AS of_leads
                    FROM leadkit_counter c
                    WHERE c.tenant_id = ?
                """, to -> to.text(tenant.value()))
                .add(ofFilter(filter))
                .add("""
                    GROUP BY c.board_key, c.pipeline, c.stage) c ON c.board_key = s.board_key
                    """);
    }

    /** The keys of the columns of a filter's pipeline and stages that hold any leads. */
    static Fragment filledColumns(TenantId tenant, LeadFilter filter) {
        return new Fragment("""
            SELECT c.board_key
            FROM leadkit_counter c
            WHERE c.tenant_id = ?
            """, to -> to.text(tenant.value()))
                .add(ofFilter(filter))
                .add("""
            GROUP BY c.board_key
            HAVING SUM(c.leads) <> 0
            """);
    }

    private static Fragment ofFilter(LeadFilter filter) {
        var conditions = new Fragment("");
        String pipeline = filter.pipeline();
        if (pipeline != null) {
            conditions.add("    AND c.pipeline = ?\n", to -> to.text(pipeline));
        }
        if (!filter.stages().isEmpty()) {
            conditions.add(
                    "    AND c.stage IN (%s)\n"
                            .formatted(Statements.placeholders(filter.stages().size())),
                    to -> to.texts(filter.stages()));
        }
        return conditions;
    }

    /** The first cards of each column, from the column's index, until as many pass the filter as are shown. */
    static Fragment cardsByColumn(TenantId tenant, LeadFilter filter, List<UUID> columns, int each) {
        Fragment conditions = LeadConditions.of(filter);
        Lookup.of(tenant, filter).forEach(lookup -> conditions.add(lookup.check()));
        return Fragment.unionAll(columns.stream()
                .map(key -> new Fragment(LeadSql.SELECT)
                        .add(LeadSelection.ofTenant(tenant))
                        .add(conditions)
                        .add("    AND l.board_key = ?\n", to -> to.id(key))
                        .add("""
                            ORDER BY l.tenant_id, l.board_key, l.board_rank, l.lead_id
                            LIMIT ?
                            """, to -> to.number(each)))
                .toList());
    }

    /** The same, from all the leads that pass the filter, which must be few. */
    static Fragment cardsOfFew(TenantId tenant, LeadFilter filter, List<UUID> columns, int each) {
        return new Fragment(LeadSql.SELECT)
                .add("""
                    FROM (
                        SELECT r.lead_id
                        FROM (
                            SELECT l.lead_id,
                                ROW_NUMBER() OVER (PARTITION BY l.board_key ORDER BY l.board_rank, l.lead_id) AS place
                    """)
                .add(LeadSelection.of(tenant, filter))
                .add(") r\nWHERE r.place <= ?\n", to -> to.number(each))
                // Not needed for the answer: without it, PostgreSQL expects so many that it reads the table whole.
                .add("LIMIT %s) p\n".formatted((long) each * columns.size()))
                .add(
                        "JOIN leadkit_lead l ON l.tenant_id = ? AND l.lead_id = p.lead_id\n",
                        to -> to.text(tenant.value()));
    }

    /**
     * The columns in which leads become stale.
     *
     * @param untouchedSince for each the instant at or before which the last activity must lie; not empty
     * @param at a lead whose snooze ends later is not stale
     */
    private record StaleColumns(Map<UUID, Instant> untouchedSince, Instant at) {
        /** Those that a filter lets through; absent when there are none. */
        static @Nullable StaleColumns of(LeadFilter filter, @Nullable Staleness staleness) {
            if (staleness == null
                    || filter.pipeline() != null && !filter.pipeline().equals(staleness.pipeline())) {
                return null;
            }
            Map<UUID, Instant> columns = new LinkedHashMap<>();
            staleness.untouchedSince().forEach((stage, since) -> {
                if (filter.stages().isEmpty() || filter.stages().contains(stage)) {
                    columns.put(HashKey.of(staleness.pipeline(), stage), since);
                }
            });
            return columns.isEmpty() ? null : new StaleColumns(columns, staleness.at());
        }

        /** How many leads of each are stale: in its part of the index, those from the beginning to the latest of the instants. */
        Fragment counted(TenantId tenant) {
            return new Fragment("SELECT l.board_key, COUNT(*) AS stale\n")
                    .add(LeadSelection.ofTenant(tenant))
                    .add(
                            "    AND l.board_key IN (%s) AND l.last_activity_at <= ?\n"
                                    .formatted(Statements.placeholders(untouchedSince.size())),
                            to -> to.ids(untouchedSince.keySet()).instant(Collections.max(untouchedSince.values())))
                    .add("    AND l.withdrawn = FALSE AND ")
                    .add(condition())
                    .add("\nGROUP BY l.board_key\n");
        }

        /** On a lead {@code l}. */
        Fragment condition() {
            return new Fragment("(l.snoozed_until IS NULL OR l.snoozed_until <= ?) AND (", to -> to.instant(at))
                    .add(
                            String.join(
                                    " OR ",
                                    Collections.nCopies(
                                            untouchedSince.size(), "l.board_key = ? AND l.last_activity_at <= ?")),
                            to -> {
                                for (var ofColumn : untouchedSince.entrySet()) {
                                    to.id(ofColumn.getKey()).instant(ofColumn.getValue());
                                }
                            })
                    .add(")");
        }
    }
}
