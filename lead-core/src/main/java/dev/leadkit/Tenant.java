package dev.leadkit;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.TenantId;

/** One customer of the host, apart from all others. Immutable and safe to share. */
public final class Tenant {
    private final Wiring wiring;
    private final TenantId id;

    Tenant(Wiring wiring, TenantId id) {
        this.wiring = wiring;
        this.id = id;
    }

    public TenantId id() {
        return id;
    }

    /** The tenant's desk, in the name of whoever acts. */
    public LeadDesk as(Actor actor) {
        return new LeadDesk(wiring, id, actor);
    }
}
