package dev.leadkit.store.memory;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Cursors;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.ErasureReceipt.Kind;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Takes persons out of the heap, under the store's lock. */
final class InMemoryErasure implements Erasure {
    private final InMemoryLeadStore lock;
    private final Function<TenantId, TenantData> tenants;

    /** @param tenants gives a tenant's data, to be read and written */
    InMemoryErasure(InMemoryLeadStore lock, Function<TenantId, TenantData> tenants) {
        this.lock = lock;
        this.tenants = tenants;
    }

    /** Checks everything, then takes everything out. */
    @Override
    public ErasureReceipt erase(ErasureOrder order) {
        synchronized (lock) {
            TenantData data = tenants.apply(order.tenant());
            ErasureReceipt before = data.receipts.get(order.id());
            if (before != null) {
                return before;
            }
            for (Conversation conversation : order.conversations()) {
                data.requireVersion(conversation.session(), conversation.version());
            }
            for (LeadState state : order.leads()) {
                data.requireVersion(state.lead().id(), state.lead().version());
            }

            Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
            for (Conversation conversation : order.conversations()) {
                count(counts, Kind.CONVERSATION, 1);
                count(counts, Kind.MESSAGE, data.removeConversation(conversation.session()));
            }
            for (LeadState state : order.leads()) {
                LeadState stored = data.removeLead(state.lead().id());
                count(counts, Kind.LEAD, 1);
                count(counts, Kind.IDENTITY, stored.identities().size());
                count(counts, Kind.ACTIVITY, data.removeTimeline(state.lead().id()));
                count(counts, Kind.OUTBOX_ENTRY, data.outbox.erase(state.lead().id()));
            }
            for (IdentityKey key : order.suppressed()) {
                data.suppressed.merge(key, order.suppressedUntil(), (one, other) -> one.isAfter(other) ? one : other);
            }
            var receipt = new ErasureReceipt(
                    order.id(), order.tenant(), order.at(), order.actor(), order.cause(), order.leadIds(), counts);
            data.receipts.put(order.id(), receipt);
            return receipt;
        }
    }

    private static void count(Map<Kind, Integer> counts, Kind kind, int more) {
        counts.merge(kind, more, Integer::sum);
    }

    @Override
    public Set<LeadId> knownBy(TenantId tenant, Collection<IdentityKey> identities) {
        synchronized (lock) {
            Set<LeadId> known = new TreeSet<>();
            for (LeadState stored : tenants.apply(tenant).leads.values()) {
                if (!Collections.disjoint(stored.identities(), identities)) {
                    known.add(stored.lead().id());
                }
            }
            return known;
        }
    }

    @Override
    public Map<IdentityKey, Instant> suppressed(TenantId tenant, Collection<IdentityKey> identities) {
        synchronized (lock) {
            Map<IdentityKey, Instant> found = new HashMap<>(tenants.apply(tenant).suppressed);
            found.keySet().retainAll(Set.copyOf(identities));
            return found;
        }
    }

    @Override
    public Optional<ErasureReceipt> receipt(TenantId tenant, ErasureId id) {
        synchronized (lock) {
            return Optional.ofNullable(tenants.apply(tenant).receipts.get(id));
        }
    }

    @Override
    public Page<ErasureReceipt> receipts(TenantId tenant, PageRequest page) {
        List<Object> question = List.of("erasures", tenant);
        String cursor = page.cursor();
        Optional<ErasureId> after = cursor == null
                ? Optional.empty()
                : Optional.of(id(Cursors.decode(question, cursor, 1).get(0)));
        synchronized (lock) {
            NavigableMap<ErasureId, ErasureReceipt> all = tenants.apply(tenant).receipts;
            List<ErasureReceipt> found = after.map(id -> all.tailMap(id, false)).orElse(all).values().stream()
                    .limit(page.limit() + 1L)
                    .toList();
            if (found.size() <= page.limit()) {
                return new Page<>(found, null);
            }
            List<ErasureReceipt> items = found.subList(0, page.limit());
            String last = items.get(items.size() - 1).id().toString();
            return new Page<>(items, Cursors.encode(question, List.of(last)));
        }
    }

    private static ErasureId id(String part) {
        try {
            return new ErasureId(UUID.fromString(part));
        } catch (IllegalArgumentException altered) {
            throw new InvalidInputException("cursor", "the cursor that the page before gave", "another text");
        }
    }
}
