package dev.leadkit.store.memory;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.Delivery;
import dev.leadkit.store.DeliveryId;
import dev.leadkit.store.Lease;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The outbox of {@link InMemoryLeadStore}, under the store's lock. */
final class InMemoryOutbox implements Outbox {
    private final Object lock;
    private final Function<TenantId, TenantData> data;

    InMemoryOutbox(Object lock, Function<TenantId, TenantData> data) {
        this.lock = lock;
        this.data = data;
    }

    @Override
    public List<Delivery> lease(TenantId tenant, String endpoint, Lease lease, int limit) {
        Outbox.requireLimit(limit);
        synchronized (lock) {
            TenantData its = data.apply(tenant);
            return its.outbox.lease(endpoint, lease, limit).stream()
                    .map(entry ->
                            new Delivery(entry.id(), entry.failures(), lease.owner(), activities(its, entry.id())))
                    .toList();
        }
    }

    private static List<Activity> activities(TenantData data, DeliveryId id) {
        return data.timelines.getOrDefault(id.lead(), List.of()).stream()
                .filter(activity -> activity.version() == id.version())
                .toList();
    }

    @Override
    public boolean extend(TenantId tenant, Delivery delivery, Instant until) {
        Instant cut = Input.instant("lease.until", until);
        synchronized (lock) {
            return data.apply(tenant).outbox.extend(delivery.id(), delivery.owner(), cut);
        }
    }

    @Override
    public boolean settle(TenantId tenant, Delivery delivery, Settlement settlement) {
        synchronized (lock) {
            return data.apply(tenant).outbox.settle(delivery.id(), delivery.owner(), settlement);
        }
    }

    @Override
    public Backlog backlog(TenantId tenant, String endpoint) {
        synchronized (lock) {
            return data.apply(tenant).outbox.backlog(endpoint);
        }
    }

    @Override
    public Page<DeadLetter> deadLetters(TenantId tenant, String endpoint, PageRequest page) {
        Optional<DeadLetter.Position> after = DeadLetter.position(tenant, endpoint, page);
        synchronized (lock) {
            List<DeadLetter> rest = data.apply(tenant).outbox.deadLetters(endpoint).stream()
                    .filter(letter -> after.isEmpty() || letter.position().compareTo(after.get()) > 0)
                    .limit(page.limit() + 1L)
                    .toList();
            return DeadLetter.page(tenant, endpoint, rest, page.limit());
        }
    }

    @Override
    public boolean replay(TenantId tenant, DeliveryId id, Instant now) {
        Instant cut = Input.instant("replay.now", now);
        synchronized (lock) {
            return data.apply(tenant).outbox.replay(id, cut);
        }
    }

    @Override
    public boolean skip(TenantId tenant, DeliveryId id) {
        synchronized (lock) {
            return data.apply(tenant).outbox.skip(id);
        }
    }
}
