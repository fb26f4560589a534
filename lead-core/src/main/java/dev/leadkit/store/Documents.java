package dev.leadkit.store;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.TenantId;
import java.util.Optional;

/**
 * What a tenant keeps beside its leads, as small versioned texts. They are written by changesets only, so that a document
 * and the leads that follow from it change together or not at all. Safe to share.
 *
 * <p>Only the present version is kept: who wants the earlier ones writes each under a name of its own.
 */
public interface Documents {
    /** Empty when the tenant has none of this key. */
    Optional<Document> find(TenantId tenant, DocumentKey key);

    /**
     * The documents of a kind, in the order of their names by Unicode code point.
     *
     * @throws InvalidInputException if the cursor belongs to another question
     */
    Page<Document> list(TenantId tenant, String kind, PageRequest page);
}
