package dev.leadkit.examples.leaddesk.security;

import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the roles mean for LeadKit, which holds them in every list, count and figure. Who has no role sees nothing. */
public final class RolePolicy implements AccessPolicy {
    private final Directory directory;

    public RolePolicy(Directory directory) {
        this.directory = directory;
    }

    @Override
    public LeadFilter visible(TenantId tenant, Actor actor) {
        if (!actor.isPerson()) {
            return LeadFilter.all();
        }
        LeadFilter all = LeadFilter.all();
        return role(tenant, actor)
                .map(role -> role == Role.REP
                        ? LeadFilter.anyOf(List.of(all.assignedTo(actor.id()), all.assignedToNobody()))
                        : all)
                .orElse(LeadFilter.none());
    }

    @Override
    public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
        boolean hides = actor.isPerson()
                && !role(tenant, actor).map(role -> role.isAtLeast(Role.REP)).orElse(false);
        return hides ? Set.of(HiddenField.AMOUNT) : Set.of();
    }

    @Override
    public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
        return !actor.isPerson()
                || role(tenant, actor).map(role -> permits(role, request)).orElse(false);
    }

    private static boolean permits(Role role, AccessRequest request) {
        return switch (request.action()) {
            case READ -> true;
            case CREATE, EDIT, MOVE, ASSIGN, TAG, NOTE -> role.isAtLeast(Role.REP);
            case MERGE, EXPORT, PERSONAL_DATA, RETENTION -> role.isAtLeast(Role.MANAGER);
            case CONFIGURE -> role.isAtLeast(request.what().equals("view") ? Role.REP : Role.ADMIN);
        };
    }

    private Optional<Role> role(TenantId tenant, Actor actor) {
        return directory.find(tenant, actor.id()).map(Principal::role);
    }
}
