package dev.leadkit.store;

import dev.leadkit.lead.LeadId;

/** Another open lead of the pipeline holds the identity. Use that lead, or close it first. */
public final class IdentityTakenException extends ConflictException {
    private static final long serialVersionUID = 1L;

    private final transient LeadId holder;

    /** @param holder the open lead that holds it */
    public IdentityTakenException(LeadId holder) {
        super(
                "expected identities that no other open lead holds, found one of lead %s; use that lead, close it or merge the two"
                        .formatted(holder));
        this.holder = holder;
    }

    public LeadId holder() {
        return holder;
    }
}
