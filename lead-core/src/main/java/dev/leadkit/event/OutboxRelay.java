package dev.leadkit.event;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.DeliveryId;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Brings events from the outbox to their listeners, whenever the host calls {@link #poll}: at least once, in order for
 * each lead at each endpoint, again with growing waits while a listener fails, and as a dead letter in the end, which
 * keeps only that lead's later events from only that endpoint.
 *
 * <p>Safe to share; it keeps nothing but its settings. Any number of threads and processes may poll at once: they share
 * the work. Made by {@code kit.relay()}.
 */
public final class OutboxRelay {
    private final Outbox outbox;
    private final Map<String, LeadListener> listeners;
    private final RelayPolicy policy;
    private final Supplier<Instant> clock;

    private OutboxRelay(
            Outbox outbox, Map<String, LeadListener> listeners, RelayPolicy policy, Supplier<Instant> clock) {
        this.outbox = outbox;
        this.listeners = new TreeMap<>(listeners);
        this.policy = policy;
        this.clock = clock;
    }

    /** For the kit, which hands out relays over its own store, endpoints and clock. */
    public static OutboxRelay over(
            Outbox outbox, Map<String, LeadListener> listeners, RelayPolicy policy, Supplier<Instant> clock) {
        return new OutboxRelay(outbox, listeners, policy, clock);
    }

    /**
     * Delivers what is due for these tenants, a batch of each tenant and endpoint in turn, until nothing is, or the
     * policy's limit is reached. Runs the listeners on this thread. When the thread is interrupted while a listener waits,
     * it ends early with the interrupt set again.
     *
     * @throws dev.leadkit.store.StoreException if the storage failed; nothing is lost, poll again
     */
    public RelayResult poll(Collection<TenantId> tenants) {
        Deque<Round> rounds = new ArrayDeque<>();
        for (TenantId tenant : tenants) {
            listeners.forEach(
                    (endpoint, listener) -> rounds.add(new Round(outbox, tenant, endpoint, listener, policy, clock)));
        }
        RelayResult result = RelayResult.NOTHING;
        while (!rounds.isEmpty() && result.total() < policy.limit()) {
            Round round = rounds.remove();
            result = result.plus(round.deliver(Math.min(policy.batch(), policy.limit() - result.total())));
            if (round.isInterrupted()) {
                Thread.currentThread().interrupt();
                return result;
            }
            if (round.mayFindMore()) {
                rounds.add(round);
            }
        }
        return result;
    }

    /** How much an endpoint has not got yet. */
    public Backlog backlog(TenantId tenant, String endpoint) {
        return outbox.backlog(tenant, endpoint);
    }

    /** What an endpoint is not sent any more, oldest first. */
    public Page<DeadLetter> deadLetters(TenantId tenant, String endpoint, PageRequest page) {
        return outbox.deadLetters(tenant, endpoint, page);
    }

    /**
     * Delivers a dead letter again, as if it had never failed, with the next poll.
     *
     * @return false when there is no such dead letter
     */
    public boolean replay(TenantId tenant, DeliveryId id) {
        return outbox.replay(tenant, id, clock.get());
    }

    /**
     * Gives up a dead letter for good, so that its lead's later events go on.
     *
     * @return false when there is no such dead letter
     */
    public boolean skip(TenantId tenant, DeliveryId id) {
        return outbox.skip(tenant, id);
    }
}
