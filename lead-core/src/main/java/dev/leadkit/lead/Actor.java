package dev.leadkit.lead;

import org.jspecify.annotations.Nullable;

/**
 * Who did something: a person, a bot, a capture rule, an import or the system itself.
 *
 * @param id the host's id of the person or bot, the rule's id, the import's name
 * @param onBehalfOf the id of the person for whom it was done; absent when the actor acted for itself
 */
public record Actor(Kind kind, String id, @Nullable String onBehalfOf) {
    /** What kind of actor it is. */
    public enum Kind {
        USER,
        BOT,
        RULE,
        IMPORT,
        SYSTEM
    }

    /** @throws InvalidInputException if an id is no id, see {@link Input#id} */
    public Actor {
        Input.id("actor", id);
        if (onBehalfOf != null) {
            Input.id("actor.onBehalfOf", onBehalfOf);
        }
    }

    public static Actor user(String id) {
        return new Actor(Kind.USER, id, null);
    }

    public static Actor bot(String id) {
        return new Actor(Kind.BOT, id, null);
    }

    public static Actor rule(String id) {
        return new Actor(Kind.RULE, id, null);
    }

    public static Actor importer(String id) {
        return new Actor(Kind.IMPORT, id, null);
    }

    public static Actor system() {
        return new Actor(Kind.SYSTEM, "leadkit", null);
    }

    /** The same actor, acting for a person. */
    public Actor onBehalfOf(String user) {
        return new Actor(kind, id, user);
    }

    /** Whether a person decided this, directly or through something that acted for him. */
    public boolean isPerson() {
        return kind == Kind.USER || onBehalfOf != null;
    }
}
