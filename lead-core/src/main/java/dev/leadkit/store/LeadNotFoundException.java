package dev.leadkit.store;

import dev.leadkit.lead.LeadId;

/** The tenant has no lead with this id. One of another tenant looks exactly alike. */
public final class LeadNotFoundException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final transient LeadId lead;

    public LeadNotFoundException(LeadId lead) {
        super("expected a lead %s of the tenant, found none; check the id and the tenant".formatted(lead), null);
        this.lead = lead;
    }

    public LeadId lead() {
        return lead;
    }
}
