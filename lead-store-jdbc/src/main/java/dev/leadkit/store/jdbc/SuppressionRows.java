package dev.leadkit.store.jdbc;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.IdentityKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The table of the identities of erased persons. */
final class SuppressionRows {
    private static final String INSERT = """
        INSERT INTO leadkit_erased (tenant_id, identity_key, suppressed_until)
        VALUES (?, ?, ?)
        """;

    /** Never brings an instant forward, whoever was faster. */
    private static final String PROLONG = """
        UPDATE leadkit_erased
        SET suppressed_until = ?
        WHERE tenant_id = ? AND identity_key = ? AND suppressed_until < ?
        """;

    private SuppressionRows() {}

    /** Until when each of the identities is suppressed; those that are not are not in it. */
    static Map<IdentityKey, Instant> find(Statements statements, TenantId tenant, Collection<IdentityKey> identities)
            throws SQLException {
        Map<IdentityKey, Instant> found = new HashMap<>();
        for (List<IdentityKey> some : Statements.portions(new TreeSet<>(identities))) {
            statements.list(
                    find(some.size()),
                    to -> to.text(tenant.value())
                            .texts(some.stream().map(IdentityKey::hex).toList()),
                    from -> found.put(new IdentityKey(from.text()), from.instant()));
        }
        return found;
    }

    /** Suppresses the identities of an order; whoever suppresses one of them meanwhile too is met at its key. */
    static void write(Statements statements, ErasureOrder order) throws SQLException {
        String tenant = order.tenant().value();
        Instant until = order.suppressedUntil();
        Map<IdentityKey, Instant> known = find(statements, order.tenant(), order.suppressed());
        statements.batch(
                INSERT,
                order.suppressed().stream()
                        .filter(key -> !known.containsKey(key))
                        .toList(),
                (to, key) -> to.text(tenant).text(key.hex()).instant(until));
        statements.batch(
                PROLONG,
                new TreeSet<>(known.keySet()),
                (to, key) -> to.instant(until).text(tenant).text(key.hex()).instant(until));
    }

    private static String find(int keys) {
        return """
            SELECT identity_key, suppressed_until
            FROM leadkit_erased
            WHERE tenant_id = ? AND identity_key IN (%s)
            """.formatted(Statements.placeholders(keys));
    }
}
