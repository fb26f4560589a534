package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes persons out of a store for good. May be called from several threads at once; every method sees one tenant's data
 * and nothing of another's.
 *
 * <p>Whatever a release adds to what a store keeps of a lead or a conversation (a merge record, a snapshot) goes with it.
 * What lies below the store is its operator's to see to: backups, replicas, the database's logs and the pages that it has
 * freed and not yet overwritten.
 */
public interface Erasure {
    /**
     * Erases all that is stored of the order's leads and conversations, or nothing: the leads with every key by which
     * they are found or held and every copy of their values, their timelines, what endpoints have not got of them, the
     * conversations with their messages. Boards count what is left. The identities are suppressed, for those that are
     * suppressed already until the later instant. The receipt is kept.
     *
     * <p>An order whose id was carried out before changes nothing, and gets the receipt of then. A refused order does not
     * use up its id. The ids of changesets that were applied stay known, so that none of them can be applied once more;
     * any other that expects an erased lead or conversation is refused as stale, with 0 found.
     *
     * @throws StaleConversationException if a conversation's stored version is not the expected one
     * @throws StaleLeadException if a lead's stored version is not the expected one
     * @throws StoreException if the storage failed; whether it was carried out is then unknown, so repeat the same order
     */
    ErasureReceipt erase(ErasureOrder order);

    /**
     * The leads that are known by at least one of the identities, in any pipeline, closed and withdrawn ones too. A few
     * statements, however many they are.
     */
    Set<LeadId> knownBy(TenantId tenant, Collection<IdentityKey> identities);

    /** Until when each of the identities is suppressed; those that were never erased are not in it. */
    Map<IdentityKey, Instant> suppressed(TenantId tenant, Collection<IdentityKey> identities);

    /** The receipt of an erasure; empty when the tenant had none of this id. */
    Optional<ErasureReceipt> receipt(TenantId tenant, ErasureId id);

    /** All receipts of a tenant, by id: in the order of time where LeadKit made the ids. */
    Page<ErasureReceipt> receipts(TenantId tenant, PageRequest page);
}
