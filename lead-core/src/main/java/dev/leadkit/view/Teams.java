package dev.leadkit.view;

import dev.leadkit.lead.TenantId;
import java.util.Set;

/**
 * Who belongs to which team, as the host knows it: for views that a team shares. Asked with every look at views: answer from memory,
 * and from several threads.
 */
@FunctionalInterface
public interface Teams {
    /** There are no teams. */
    Teams NONE = (tenant, user) -> Set.of();

    /**
     * The names of a person's teams; empty when he has none, or there is no such person.
     *
     * @param user the host's id of the person
     */
    Set<String> of(TenantId tenant, String user);
}
