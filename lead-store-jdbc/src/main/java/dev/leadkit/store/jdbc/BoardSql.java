package dev.leadkit.store.jdbc;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import java.util.List;
import java.util.UUID;

/** The statements of a board. */
final class BoardSql {
    private BoardSql() {}

    /**
     * Pipeline, stage, key, currency, leads and amount of each column, of leads that no filter narrows down, and of how many
     * leads they are.
     */
    static Fragment counters(TenantId tenant, LeadFilter filter) {
        return new Fragment("""
            SELECT c.pipeline, c.stage, c.board_key, c.currency, SUM(c.leads) AS leads, SUM(c.amount) AS amount,
                SUM(c.leads) AS of_leads
            FROM leadkit_counter c
            WHERE c.tenant_id = ?
            """, to -> to.text(tenant.value()))
                .add(ofFilter(filter))
                .add("""
            GROUP BY c.pipeline, c.stage, c.board_key, c.currency
            HAVING SUM(c.leads) <> 0
            """);
    }

    /** The same of the leads that pass any filter, counted and added. The counters know the names of the columns. */
    static Fragment sums(TenantId tenant, LeadFilter filter) {
        return new Fragment("""
            SELECT c.pipeline, c.stage, c.board_key, COALESCE(s.currency, ''), s.leads, s.amount, c.of_leads
            FROM (
                SELECT l.board_key, l.expected_currency AS currency, COUNT(*) AS leads, SUM(l.expected_amount) AS amount
            """)
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
                .add("LIMIT %d) p\n".formatted((long) each * columns.size()))
                .add(
                        "JOIN leadkit_lead l ON l.tenant_id = ? AND l.lead_id = p.lead_id\n",
                        to -> to.text(tenant.value()));
    }
}
