package dev.leadkit.conversation;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Input;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a conversation as a whole.
 *
 * @param at when it was said; where the channel's clock is ahead of ours, when the last message was that he had before him
 * @param reason in his words; absent when he gave none
 */
public record Mark(
        Kind kind, Actor actor, Instant at, @Nullable String reason) {
    /** What was said. */
    public enum Kind {
        /** The visitor makes a qualified inquiry. */
        QUALIFIED,
        /** The visitor shall be a lead, whatever the rules say. */
        PROMOTED
    }

    public Mark {
        Objects.requireNonNull(actor, "mark.actor");
        at = Input.instant("mark.at", at);
        reason = reason == null ? null : Input.name("mark.reason", reason);
    }
}
