package dev.leadkit;

import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a part of the desk may ask of persons and take out of the store. The personal-data desk itself works on the host's
 * whole store.
 */
final class DeskErasure implements Erasure {
    private final DeskStore store;
    private final Erasure erasure;
    private final DeskGate gate;

    DeskErasure(DeskStore store, Erasure erasure, DeskGate gate) {
        this.store = store;
        this.erasure = erasure;
        this.gate = gate;
    }

    @Override
    public ErasureReceipt erase(ErasureOrder order) {
        store.requireWrite();
        order.leads()
                .forEach(state -> gate.require(AccessRequest.on(AccessAction.PERSONAL_DATA, state.lead(), "erase")));
        return erasure.erase(order);
    }

    @Override
    public Set<LeadId> knownBy(TenantId tenant, Collection<IdentityKey> identities) {
        return store.findAll(tenant, erasure.knownBy(tenant, identities)).stream()
                .map(Lead::id)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<IdentityKey, Instant> suppressed(TenantId tenant, Collection<IdentityKey> identities) {
        store.requireRead();
        return erasure.suppressed(tenant, identities);
    }

    @Override
    public Optional<ErasureReceipt> receipt(TenantId tenant, ErasureId id) {
        store.requireRead();
        return erasure.receipt(tenant, id);
    }

    @Override
    public Page<ErasureReceipt> receipts(TenantId tenant, PageRequest page) {
        store.requireRead();
        return erasure.receipts(tenant, page);
    }
}
