package dev.leadkit.examples.leaddesk.security;

import dev.leadkit.lead.TenantId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The users that there are, each with one role in his tenant. Safe to share. */
public final class Directory {
    private final Map<String, Principal> users = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if the user has another role already */
    public void add(Principal principal) {
        Principal known = users.putIfAbsent(principal.key(), principal);
        if (known != null && known.role() != principal.role()) {
            throw new IllegalArgumentException("a user of a tenant has one role, found %s and %s"
                    .formatted(known.role().key(), principal.role().key()));
        }
    }

    public Optional<Principal> find(TenantId tenant, String user) {
        return Optional.ofNullable(users.get(new Principal(tenant, user, Role.VIEWER).key()));
    }

    /** The users of a tenant, by name. */
    public List<Principal> of(TenantId tenant) {
        return users.values().stream()
                .filter(user -> user.tenant().equals(tenant))
                .sorted(Comparator.comparing(Principal::user))
                .toList();
    }

    /** All tenants that have a user. */
    public Collection<TenantId> tenants() {
        Set<TenantId> tenants = new TreeSet<>(Comparator.comparing(TenantId::value));
        users.values().forEach(user -> tenants.add(user.tenant()));
        return tenants;
    }
}
