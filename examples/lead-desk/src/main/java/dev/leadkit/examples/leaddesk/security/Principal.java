package dev.leadkit.examples.leaddesk.security;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.TenantId;

/** Who asks: a user of a tenant, with the role that he has there. */
public record Principal(TenantId tenant, String user, Role role) {
    public Principal {
        Input.id("user", user);
    }

    public Actor actor() {
        return Actor.user(user);
    }

    /** Tells apart from everybody else, for limits. */
    String key() {
        return tenant.value().length() + ":" + tenant + user;
    }
}
