package dev.leadkit.store;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps leads, their timelines and their conversations. Implementations may be called from several threads at once.
 *
 * <p>Every method sees one tenant's data and nothing of another's. A commit that returned is seen by every later call.
 * A store passes {@code LeadStoreContract} of lead-testkit.
 */
public interface LeadStore {
    /**
     * Applies a changeset, all of it or nothing.
     *
     * <p>One whose id was applied before changes nothing and is reported, so that a caller may repeat a commit whose
     * outcome it does not know; so is one that several threads commit at once, by all of them but one. A refused
     * changeset does not use up its id. A message whose id the session has already, or which stands twice in the
     * changeset, stays as it was first and is reported; the rest applies.
     *
     * @throws StaleLeadException if a lead's stored version is not the expected one
     * @throws StaleDocumentException if a document's stored version is not the expected one
     * @throws StaleConversationException if a conversation's stored version is not the expected one
     * @throws IdentityTakenException if another open lead of the pipeline holds a claim
     * @throws UnsupportedCapabilityException if it names endpoints and the store declares no outbox, or has documents and the
     *     store declares none
     * @throws UnknownOutcomeException if the storage failed while it made the changeset durable: it may be written, so repeat
     *     the commit
     * @throws StoreException if the storage failed otherwise; nothing was written
     */
    CommitResult commit(Changeset changeset);

    /**
     * Applies several changesets of one tenant, each as {@link #commit} would, one after the other: what stands in the
     * way of one does not keep the others from being applied.
     *
     * @return an outcome for each, in their order
     * @throws IllegalArgumentException if they are of more than one tenant
     * @throws StoreException if the storage failed; any of them may then be written, so repeat the call
     */
    List<CommitOutcome> commitAll(List<Changeset> changesets);

    /** The lead with an id, withdrawn or not; empty when the tenant has none. */
    Optional<Lead> find(TenantId tenant, LeadId id);

    /** Those of so many leads that the tenant has, in no order. A few statements, however many they are. */
    List<Lead> findAll(TenantId tenant, Collection<LeadId> ids);

    /**
     * The lead known by an identity: the one that holds a claim on it in the pipeline; else the one created last among
     * the pipeline's leads that are not withdrawn, open ones first.
     */
    Optional<Lead> findByIdentity(TenantId tenant, String pipeline, IdentityKey identity);

    /**
     * The leads that pass a filter, page by page; a lead that does not change while paging is given exactly once.
     *
     * @throws UnsupportedCapabilityException if the filter asks for what the store declares not to find
     */
    Page<Lead> list(TenantId tenant, LeadQuery query);

    /**
     * The columns that hold at least one lead that passes the filter, in any order.
     *
     * @throws UnsupportedCapabilityException if the filter asks for what the store declares not to find
     */
    Board board(TenantId tenant, BoardQuery query);

    /** What happened to a lead, oldest first; empty when the tenant has no such lead. */
    Page<Activity> timeline(TenantId tenant, LeadId lead, PageRequest page);

    /**
     * What a changeset did to leads: its entries in their timelines, by lead, version and place. Empty when none of this id
     * was applied, when nothing happened to a lead, or when the leads were erased since.
     */
    List<Activity> activities(TenantId tenant, ChangesetId changeset);

    /** A conversation with all its messages; empty when the tenant has none of this session. */
    Optional<Transcript> transcript(TenantId tenant, String session);

    /** Whether what it keeps outlives the process. Such a store needs the host's own identity key. */
    boolean isPersistent();

    /** What it can do beyond this; the same for as long as it is open. */
    Capabilities capabilities();
}
