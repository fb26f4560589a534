package dev.leadkit.pipeline;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Who may move a lead in spite of what its pipeline says. Given to the kit; without one nobody may. Pure: asked with each
 * override, and depends on nothing but its arguments.
 */
@FunctionalInterface
public interface OverridePolicy {
    /**
     * Whether an actor may make a move.
     *
     * @param to the stage's key; one that the pipeline has
     * @param refusals every reason that would be overridden, at least one
     */
    boolean permits(Actor actor, Lead lead, String to, List<Refusal> refusals);

    /** Nobody, whatever the move. */
    static OverridePolicy nobody() {
        return (actor, lead, to, refusals) -> false;
    }

    /**
     * These persons, acting themselves, whatever the move.
     *
     * @param ids the host's ids of them
     */
    static OverridePolicy users(String... ids) {
        Set<String> some = Set.copyOf(Arrays.asList(ids));
        return (actor, lead, to, refusals) -> actor.kind() == Actor.Kind.USER && some.contains(actor.id());
    }
}
