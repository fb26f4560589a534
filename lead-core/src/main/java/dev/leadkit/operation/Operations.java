package dev.leadkit.operation;

import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * The operations of one tenant, as they are kept. A desk hands it out; immutable and safe to share.
 *
 * <p>They stay until somebody forgets them, with the ids of their leads and nothing of the leads themselves.
 */
public interface Operations {
    /** Empty when the tenant has none of this id. */
    Optional<Operation> find(OperationId id);

    /** @throws OperationNotFoundException if the tenant has none of this id */
    default Operation get(OperationId id) {
        return find(id).orElseThrow(() -> new OperationNotFoundException(id));
    }

    /** By their ids, which is the order in which they began where LeadKit made the ids. */
    Page<Operation> list(PageRequest page);

    /**
     * The leads of one portion, whatever they came to.
     *
     * @param portion from 0 to the last one that was begun
     * @throws OperationNotFoundException if the tenant has no such portion
     */
    List<LeadId> leads(OperationId id, int portion);

    /**
     * Removes what is kept of an operation. It can't be gone on with or undone afterwards; what it did stays. Unknown ones
     * are forgotten already.
     */
    void forget(OperationId id);
}
