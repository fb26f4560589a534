package dev.leadkit.bulk;

import dev.leadkit.lead.LeadId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Edits many leads of one tenant, in the name of one actor, and says what became of each. Each lead is decided upon by
 * itself, as the desk would for it alone; what is refused or too late for one keeps none of the others from it.
 *
 * <p>Any number of ids may be asked for; one that comes twice is asked once. {@value #PORTION} at a time are read,
 * decided and committed, which takes a handful of statements; so the work in hand stays bounded, and the result holds the
 * leads. A lead is all changed or not at all; there is no undoing the others when the storage fails in between.
 *
 * <p>Each method throws {@link dev.leadkit.lead.InvalidInputException} for a value that is not taken, before anything is
 * read, and {@link dev.leadkit.store.StoreException} if the storage failed. Some of the leads may then be changed: ask
 * again for the same, and those come back as unchanged. Safe to share.
 */
public interface BulkEdits {
    /** How many leads are worked on at a time. */
    int PORTION = 10_000;

    /** Moves leads, see {@link #transition(Collection, String, String)}. */
    default BulkResult transition(Collection<LeadId> ids, String to) {
        return transition(ids, to, null);
    }

    /**
     * Moves leads to another stage. As with one, a lead that somebody else changed meanwhile is not moved: its outcome
     * is {@link BulkOutcome.Stale}.
     *
     * @param to the stage's key
     * @param reason why they are lost, for a stage that means so; may be absent unless the stage requires it
     */
    BulkResult transition(Collection<LeadId> ids, String to, @Nullable String reason);

    /**
     * Hands leads over to somebody. One that was changed meanwhile is read and edited again.
     *
     * @param user the host's id of the person who looks after them from now on; absent for nobody
     */
    BulkResult assign(Collection<LeadId> ids, @Nullable String user);

    /** Adds a tag. A lead that was changed meanwhile is read and edited again. */
    BulkResult tag(Collection<LeadId> ids, String tag);

    /** Takes a tag away. A lead that was changed meanwhile is read and edited again. */
    BulkResult untag(Collection<LeadId> ids, String tag);
}
