package dev.leadkit.store;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * What endpoints have not got yet. Implementations may be called from several threads and processes at once.
 *
 * <p>A commit writes, together with the rest of its changeset or not at all, an entry for each endpoint that the
 * changeset names and each lead to which something happened in it. The entry is due at the changeset's instant. Whoever
 * delivers takes entries on a {@link Lease}, hands them over and settles each: every entry is delivered at least once,
 * and more often only when a lease runs out before its entry is settled.
 *
 * <p>Order is that of a lead's versions, at each endpoint for itself: no entry is leased while an earlier one of its lead
 * is there, be it due, leased, waiting for another attempt or dead. Entries of different leads have no order.
 *
 * <p>Instants come from the callers, whose clocks may differ; a lease should be longer than they ever do. Every method
 * sees one tenant's entries and nothing of another's, and throws {@link StoreException} when the storage failed.
 */
public interface Outbox {
    /** The most entries that one call leases. */
    int MAX_LIMIT = 100;

    /**
     * Takes entries that are due, those that are due the longest first, each for its owner alone until the lease ends.
     *
     * @param limit 1 to {@value #MAX_LIMIT}
     * @return at most that many; fewer, even none, also when others were faster, whose entries they then are
     * @throws InvalidInputException if the limit is out of range
     */
    List<Delivery> lease(TenantId tenant, String endpoint, Lease lease, int limit);

    /**
     * Puts off the end of the lease under which an entry was taken.
     *
     * @return false when the lease is lost, because it ran out and another took the entry, or the entry is settled
     */
    boolean extend(TenantId tenant, Delivery delivery, Instant until);

    /**
     * Says what became of a delivery, if its owner still has it; also after the lease ran out while nobody took the entry.
     *
     * @return false when the lease is lost, so that nothing was changed; also for what was settled already
     */
    boolean settle(TenantId tenant, Delivery delivery, Settlement settlement);

    /** How much an endpoint has not got yet. */
    Backlog backlog(TenantId tenant, String endpoint);

    /** The dead letters of an endpoint, oldest first; one that stays dead while paging is given exactly once. */
    Page<DeadLetter> deadLetters(TenantId tenant, String endpoint, PageRequest page);

    /**
     * Makes a dead letter due, as if it had never failed.
     *
     * @return false when there is no such dead letter
     */
    boolean replay(TenantId tenant, DeliveryId id, Instant now);

    /**
     * Gives up a dead letter, so that its lead's later entries go on.
     *
     * @return false when there is no such dead letter
     */
    boolean skip(TenantId tenant, DeliveryId id);

    /**
     * For stores, before they lease.
     *
     * @throws InvalidInputException if the limit is out of range
     */
    static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "1 to " + MAX_LIMIT, Integer.toString(limit));
        }
    }
}
