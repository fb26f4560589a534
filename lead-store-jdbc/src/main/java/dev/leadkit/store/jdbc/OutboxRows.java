package dev.leadkit.store.jdbc;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.DeliveryId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of what endpoints have not got yet: between it and deliveries. */
final class OutboxRows {
    private OutboxRows() {}

    /** One new row: what an endpoint must get. */
    private record Entry(DeliveryId id, Instant due) {}

    static void write(Writes to, TenantId tenant, List<Changeset> changesets) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (Changeset each : changesets) {
            for (String endpoint : each.endpoints()) {
                each.versionsWithActivities()
                        .forEach((lead, version) ->
                                entries.add(new Entry(new DeliveryId(endpoint, lead, version), each.at())));
            }
        }
        to.insert(
                OutboxSql.INSERT,
                entries,
                (row, entry) -> bindKey(row, tenant, entry.id())
                        .instant(entry.due())
                        .number(0)
                        .flag(false));
    }

    /**
     * Removes what no endpoint will get of some leads, and gives the number of entries. Found first and removed by their
     * keys, so that no row of another lead is locked on the way.
     */
    static int erase(Statements statements, TenantId tenant, List<LeadId> leads) throws SQLException {
        List<DeliveryId> entries = new ArrayList<>();
        for (List<LeadId> some : Statements.portions(leads)) {
            entries.addAll(statements.list(
                    OutboxSql.listOf(some.size()),
                    to -> to.text(tenant.value())
                            .ids(some.stream().map(LeadId::value).toList()),
                    from -> new DeliveryId(from.text(), new LeadId(from.id()), from.number())));
        }
        int[] erased = statements.batch(OutboxSql.DELETE, entries, (to, entry) -> bindKey(to, tenant, entry));
        return Arrays.stream(erased).sum();
    }

    static Parameters bindKey(Parameters to, TenantId tenant, DeliveryId id) throws SQLException {
        return to.text(tenant.value()).text(id.endpoint()).id(id.lead().value()).number(id.version());
    }

    static DeadLetter readLetter(Columns from, String endpoint) throws SQLException {
        var id = new DeliveryId(endpoint, new LeadId(from.id()), from.number());
        int failures = from.integer();
        Instant since = from.instant();
        String reason = from.optionalText();
        return new DeadLetter(id, failures, since, reason == null ? "" : reason);
    }
}
