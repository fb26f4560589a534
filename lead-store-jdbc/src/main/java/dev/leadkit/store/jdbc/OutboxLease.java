package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Delivery;
import dev.leadkit.store.DeliveryId;
import dev.leadkit.store.Lease;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Takes what is due for an endpoint: looks first, then changes what is still as it was found. Used once.
 *
 * <p>Relays that ask at once find the same rows. Whoever comes too late for all of his looks at more of them and takes
 * any, so that several relays soon work side by side.
 */
final class OutboxLease {
    private static final int MOST_LOOKS = 6;

    private final JdbcSession session;
    private final TenantId tenant;
    private final String endpoint;
    private final Lease lease;

    OutboxLease(JdbcSession session, TenantId tenant, String endpoint, Lease lease) {
        this.session = session;
        this.tenant = tenant;
        this.endpoint = endpoint;
        this.lease = lease;
    }

    /** A row as it was found. */
    private record Due(DeliveryId id, int failures) {}

    List<Delivery> take(int limit) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            int most = limit << look;
            List<Due> found = Retry.run(() -> session.transaction(statements -> find(statements, most)));
            if (found.isEmpty()) {
                return List.of();
            }
            List<Due> chosen = anyOf(found, limit);
            List<Delivery> taken = Retry.run(() -> session.transaction(statements -> take(statements, chosen)));
            if (!taken.isEmpty()) {
                return taken;
            }
        }
        return List.of();
    }

    private List<Due> find(Statements statements, int most) throws SQLException {
        return statements.list(
                OutboxSql.FIND_DUE,
                to -> to.text(tenant.value())
                        .text(endpoint)
                        .instant(lease.now())
                        .number(most),
                from -> new Due(new DeliveryId(endpoint, new LeadId(from.id()), from.number()), from.integer()));
    }

    /** As many in a row, in the order in which they are due. */
    private static List<Due> anyOf(List<Due> found, int limit) {
        int spare = Math.max(0, found.size() - limit);
        int start = ThreadLocalRandom.current().nextInt(spare + 1);
        return found.subList(start, Math.min(found.size(), start + limit));
    }

    private List<Delivery> take(Statements statements, List<Due> chosen) throws SQLException {
        // Sorted, so that two who take the same rows meet them in the same order and can't deadlock.
        List<Due> sorted = chosen.stream().sorted(Comparator.comparing(Due::id)).toList();
        int[] changed = statements.batch(
                OutboxSql.LEASE,
                sorted,
                (to, due) -> OutboxRows.bindKey(to.text(lease.owner()).instant(lease.until()), tenant, due.id())
                        .number(due.failures())
                        .instant(lease.now())
                        .text(lease.owner()));
        Map<DeliveryId, List<Activity>> taken = new HashMap<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 1) {
                taken.put(sorted.get(i).id(), new ArrayList<>());
            }
        }
        addActivities(statements, taken);
        return chosen.stream()
                .filter(due -> taken.containsKey(due.id()))
                .map(due -> new Delivery(due.id(), due.failures(), lease.owner(), activitiesOf(taken, due)))
                .toList();
    }

    private static List<Activity> activitiesOf(Map<DeliveryId, List<Activity>> taken, Due due) {
        return taken.getOrDefault(due.id(), List.of());
    }

    private void addActivities(Statements statements, Map<DeliveryId, List<Activity>> taken) throws SQLException {
        if (taken.isEmpty()) {
            return;
        }
        List<Activity> activities = statements.list(
                ActivityRows.ofVersions(taken.size()),
                to -> {
                    for (DeliveryId id : taken.keySet()) {
                        to.text(tenant.value()).id(id.lead().value()).number(id.version());
                    }
                },
                from -> ActivityRows.read(from, new LeadId(from.id())));
        for (Activity activity : activities) {
            List<Activity> its = taken.get(new DeliveryId(endpoint, activity.lead(), activity.version()));
            if (its != null) {
                its.add(activity);
            }
        }
        taken.values().forEach(its -> its.sort(Comparator.comparing(Activity::index)));
    }
}
