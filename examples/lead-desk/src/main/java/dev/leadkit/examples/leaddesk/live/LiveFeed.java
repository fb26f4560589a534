package dev.leadkit.examples.leaddesk.live;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadListener;
import dev.leadkit.lead.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What happened lately, by tenant, and who listens. The kit's endpoint {@value #ENDPOINT}: the relay brings each event, and
 * each listener gets it at once. The last {@value #KEPT} events of a tenant are kept for those who were away for a moment.
 * Safe to share.
 */
public final class LiveFeed implements LeadListener {
    /** The name of the endpoint. */
    public static final String ENDPOINT = "live";

    private static final int KEPT = 1_000;
    private static final long MOST_NANOS_TO_END = 3_000_000_000L;

    private final Map<TenantId, Deque<LeadEvent>> kept = new HashMap<>();
    private final Set<LiveClient> clients = new CopyOnWriteArraySet<>();

    @Override
    public void onEvent(LeadEvent event) {
        synchronized (kept) {
            Deque<LeadEvent> ofTenant = kept.computeIfAbsent(event.tenant(), tenant -> new ArrayDeque<>());
            ofTenant.addLast(event);
            if (ofTenant.size() > KEPT) {
                ofTenant.removeFirst();
            }
            for (LiveClient client : clients) {
                if (client.tenant().equals(event.tenant())) {
                    client.offer(event);
                }
            }
        }
    }

    /**
     * Forgets what happened at a tenant, and lets all who listen there read anew: after an erasure, so that nobody's page shows
     * any more who was erased.
     */
    public void forget(TenantId tenant) {
        synchronized (kept) {
            kept.remove(tenant);
            for (LiveClient client : clients) {
                if (client.tenant().equals(tenant)) {
                    client.reset();
                }
            }
        }
    }

    /**
     * Lets a client listen from now on.
     *
     * @param last the id of the last event that it got; absent when it begins
     * @return the events since then; null when that is not known any more, so that it has to read all anew
     */
    @Nullable
    List<LeadEvent> add(LiveClient client, @Nullable String last) {
        synchronized (kept) {
            clients.add(client);
            if (last == null) {
                return List.of();
            }
            List<LeadEvent> since = null;
            for (LeadEvent event : kept.getOrDefault(client.tenant(), new ArrayDeque<>())) {
                if (since != null) {
                    since.add(event);
                } else if (event.id().equals(last)) {
                    since = new ArrayList<>();
                }
            }
            return since;
        }
    }

    void remove(LiveClient client) {
        clients.remove(client);
    }

    int listening() {
        return clients.size();
    }

    /** Ends all listening, and waits a little until it has ended. */
    void close() {
        long end = System.nanoTime() + MOST_NANOS_TO_END;
        while (!clients.isEmpty() && System.nanoTime() < end) {
            clients.forEach(LiveClient::close);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
