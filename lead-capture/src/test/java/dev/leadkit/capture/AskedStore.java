package dev.leadkit.capture;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store that notes what it is asked while a message is taken: {@code "transcript"}, {@code "suppressed"}. */
final class AskedStore extends ForwardingLeadStore {
    private final LeadStore store = new InMemoryLeadStore();
    private final List<String> asked = new ArrayList<>();

    /** What it was asked since this was called last. */
    List<String> asked() {
        List<String> now = List.copyOf(asked);
        asked.clear();
        return now;
    }

    @Override
    protected LeadStore delegate() {
        return store;
    }

    @Override
    public Optional<Transcript> transcript(TenantId tenant, String session) {
        asked.add("transcript");
        return super.transcript(tenant, session);
    }

    @Override
    public Capabilities capabilities() {
        Capabilities its = super.capabilities();
        return its.withErasure(new Asked(its.requireErasure()));
    }

    private final class Asked implements Erasure {
        private final Erasure erasure;

        Asked(Erasure erasure) {
            this.erasure = erasure;
        }

        @Override
        public Map<IdentityKey, Instant> suppressed(TenantId tenant, Collection<IdentityKey> identities) {
            asked.add("suppressed");
            return erasure.suppressed(tenant, identities);
        }

        @Override
        public ErasureReceipt erase(ErasureOrder order) {
            return erasure.erase(order);
        }

        @Override
        public Set<LeadId> knownBy(TenantId tenant, Collection<IdentityKey> identities) {
            return erasure.knownBy(tenant, identities);
        }

        @Override
        public Optional<ErasureReceipt> receipt(TenantId tenant, ErasureId id) {
            return erasure.receipt(tenant, id);
        }

        @Override
        public Page<ErasureReceipt> receipts(TenantId tenant, PageRequest page) {
            return erasure.receipts(tenant, page);
        }
    }
}
