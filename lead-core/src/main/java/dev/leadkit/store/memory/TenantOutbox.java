package dev.leadkit.store.memory;

import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.DeliveryId;
import dev.leadkit.store.Lease;
import dev.leadkit.store.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the endpoints of one tenant have not got yet. Guarded by the store's lock. */
final class TenantOutbox {
    private final NavigableMap<DeliveryId, Entry> entries = new TreeMap<>();

    /** @param dueAt when it may be leased; of a dead letter, since when it is dead */
    record Entry(
            DeliveryId id,
            Instant dueAt,
            int failures,
            @Nullable String owner,
            boolean dead,
            @Nullable String reason) {
        Entry leasedTo(String newOwner, Instant until) {
            return new Entry(id, until, failures, newOwner, dead, reason);
        }

        Entry free(Instant at, int itsFailures, boolean isDead, @Nullable String why) {
            return new Entry(id, at, itsFailures, null, isDead, why);
        }

        DeadLetter toLetter() {
            return new DeadLetter(id, failures, dueAt, reason == null ? "" : reason);
        }
    }

    void add(Changeset changeset) {
        for (String endpoint : changeset.endpoints()) {
            changeset.versionsWithActivities().forEach((lead, version) -> {
                var id = new DeliveryId(endpoint, lead, version);
                entries.put(id, new Entry(id, changeset.at(), 0, null, false, null));
            });
        }
    }

    /** Takes out what no endpoint will get of a lead, and gives the number of entries. */
    int erase(LeadId lead) {
        int before = entries.size();
        entries.keySet().removeIf(id -> id.lead().equals(lead));
        return before - entries.size();
    }

    List<Entry> lease(String endpoint, Lease lease, int limit) {
        List<Entry> taken = firstOfEachLead(endpoint)
                .filter(entry -> !entry.dead() && !entry.dueAt().isAfter(lease.now()))
                .sorted(Comparator.comparing(Entry::dueAt).thenComparing(Entry::id))
                .limit(limit)
                .map(entry -> entry.leasedTo(lease.owner(), lease.until()))
                .toList();
        taken.forEach(entry -> entries.put(entry.id(), entry));
        return taken;
    }

    private Stream<Entry> firstOfEachLead(String endpoint) {
        List<Entry> first = new ArrayList<>();
        LeadId last = null;
        for (Entry entry : entries.values()) {
            if (entry.id().endpoint().equals(endpoint) && !entry.id().lead().equals(last)) {
                first.add(entry);
                last = entry.id().lead();
            }
        }
        return first.stream();
    }

    boolean extend(DeliveryId id, String owner, Instant until) {
        return change(id, owner, entry -> entry.leasedTo(owner, until));
    }

    boolean settle(DeliveryId id, String owner, Settlement settlement) {
        if (settlement instanceof Settlement.Retry retry) {
            return change(id, owner, entry -> entry.free(retry.at(), entry.failures() + 1, false, retry.reason()));
        } else if (settlement instanceof Settlement.Dead dead) {
            return change(id, owner, entry -> entry.free(dead.at(), entry.failures() + 1, true, dead.reason()));
        } else if (settlement instanceof Settlement.Released released) {
            return change(id, owner, entry -> entry.free(released.at(), entry.failures(), false, entry.reason()));
        }
        return isOwner(id, owner) && entries.remove(id) != null;
    }

    private boolean change(DeliveryId id, String owner, UnaryOperator<Entry> change) {
        return isOwner(id, owner) && entries.computeIfPresent(id, (same, entry) -> change.apply(entry)) != null;
    }

    private boolean isOwner(DeliveryId id, String owner) {
        Entry entry = entries.get(id);
        return entry != null && owner.equals(entry.owner());
    }

    Backlog backlog(String endpoint) {
        List<Entry> its = of(endpoint).toList();
        List<Instant> due = its.stream()
                .filter(entry -> !entry.dead())
                .map(Entry::dueAt)
                .sorted()
                .toList();
        return new Backlog(due.size(), due.isEmpty() ? null : due.get(0), its.size() - due.size());
    }

    /** In the order of the pages. */
    List<DeadLetter> deadLetters(String endpoint) {
        return of(endpoint)
                .filter(Entry::dead)
                .map(Entry::toLetter)
                .sorted(Comparator.comparing(DeadLetter::position))
                .toList();
    }

    boolean replay(DeliveryId id, Instant now) {
        return isDead(id) && entries.computeIfPresent(id, (same, entry) -> entry.free(now, 0, false, null)) != null;
    }

    boolean skip(DeliveryId id) {
        return isDead(id) && entries.remove(id) != null;
    }

    private boolean isDead(DeliveryId id) {
        Entry entry = entries.get(id);
        return entry != null && entry.dead();
    }

    private Stream<Entry> of(String endpoint) {
        return entries.values().stream().filter(entry -> entry.id().endpoint().equals(endpoint));
    }
}
