package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** The table of what endpoints have not got yet. */
final class OutboxRows {
    private static final String INSERT = """
        INSERT INTO leadkit_outbox (tenant_id, endpoint, lead_id, lead_version, due_at, attempts, dead)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String DELETE = """
        DELETE FROM leadkit_outbox
        WHERE tenant_id = ? AND endpoint = ? AND lead_id = ? AND lead_version = ?
        """;

    private OutboxRows() {}

    /** One row: a lead's version that an endpoint must get. */
    record Entry(String endpoint, LeadId lead, long version, Instant due) {}

    static void write(Writes to, TenantId tenant, List<Changeset> changesets) throws SQLException {
        List<Entry> entries =
                changesets.stream().flatMap(each -> entriesOf(each).stream()).toList();
        to.insert(
                INSERT,
                entries,
                (row, entry) -> row.text(tenant.value())
                        .text(entry.endpoint())
                        .id(entry.lead().value())
                        .number(entry.version())
                        .instant(entry.due())
                        .number(0)
                        .flag(false));
    }

    /**
     * Removes what no endpoint will get of some leads, and gives the number of entries. Found first and removed by their
     * keys, so that no row of another lead is locked on the way.
     */
    static int erase(Statements statements, TenantId tenant, List<LeadId> leads) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (List<LeadId> some : Statements.portions(leads)) {
            entries.addAll(statements.list(
                    listOf(some.size()),
                    to -> to.text(tenant.value())
                            .ids(some.stream().map(LeadId::value).toList()),
                    from -> new Entry(from.text(), new LeadId(from.id()), from.number(), from.instant())));
        }
        int[] erased = statements.batch(
                DELETE,
                entries,
                (to, entry) -> to.text(tenant.value())
                        .text(entry.endpoint())
                        .id(entry.lead().value())
                        .number(entry.version()));
        return Arrays.stream(erased).sum();
    }

    private static String listOf(int leads) {
        return """
            SELECT endpoint, lead_id, lead_version, due_at
            FROM leadkit_outbox
            WHERE tenant_id = ? AND lead_id IN (%s)
            ORDER BY tenant_id, endpoint, lead_id, lead_version
            """.formatted(Statements.placeholders(leads));
    }

    /** An entry for each endpoint and each lead to which something happened. */
    static List<Entry> entriesOf(Changeset changeset) {
        List<Entry> entries = new ArrayList<>();
        if (changeset.endpoints().isEmpty()) {
            return entries;
        }
        var versions = new TreeMap<LeadId, Long>();
        for (Activity activity : changeset.activities()) {
            versions.put(activity.lead(), activity.version());
        }
        for (String endpoint : changeset.endpoints()) {
            versions.forEach((lead, version) -> entries.add(new Entry(endpoint, lead, version, changeset.at())));
        }
        return entries;
    }
}
