package dev.leadkit.examples.leaddesk.sample;

import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.TenantId;
import java.util.List;
import java.util.stream.Stream;

/** The users of the sample: one of each role, and more than one who sells, in two tenants. */
public final class SampleUsers {
    /** Sells and repairs coffee machines. */
    static final TenantId ROASTERY = TenantId.of("roastery");

    /** Plans and builds kitchens. */
    static final TenantId STUDIO = TenantId.of("studio");

    private SampleUsers() {}

    public static List<Principal> all() {
        return Stream.of(ROASTERY, STUDIO).flatMap(SampleUsers::of).toList();
    }

    private static Stream<Principal> of(TenantId tenant) {
        return Stream.of(
                new Principal(tenant, "ada", Role.ADMIN),
                new Principal(tenant, "mika", Role.MANAGER),
                new Principal(tenant, "rosa", Role.REP),
                new Principal(tenant, "ravi", Role.REP),
                new Principal(tenant, "vera", Role.VIEWER));
    }
}
