package dev.leadkit.capture;

import dev.leadkit.Wiring;
import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.IdentityKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages of an erased visitor from bringing him back. What is stored of his session after an erasure was sent
 * later, so that only a message with nothing before it can be one of them: the store is asked about no other.
 *
 * @param until messages that were sent then or before are left out; absent when nobody was erased, or it can't matter
 */
record Suppression(@Nullable Instant until) {
    /** Why such a message is not taken. */
    static final Reason ERASED = Reason.of("erased", "the visitor was erased after this was sent");

    private static final Suppression NONE = new Suppression(null);

    /** @param fresh messages that are not stored, in their order */
    static Suppression of(Wiring wiring, SessionKey key, Optional<Transcript> stored, List<ChatMessage> fresh) {
        Erasure erasure = wiring.store().capabilities().erasure();
        if (erasure == null || fresh.isEmpty() || stored.isPresent() && follows(fresh.get(0), stored.get())) {
            return NONE;
        }
        IdentityKey session = wiring.hasher().key(Identity.session(key.session()));
        return new Suppression(erasure.suppressed(key.tenant(), Set.of(session)).get(session));
    }

    private static boolean follows(ChatMessage message, Transcript stored) {
        return !stored.messages().isEmpty() && stored.messages().get(0).compareTo(message) < 0;
    }

    /** The messages that may be taken. */
    List<ChatMessage> without(List<ChatMessage> fresh) {
        return until == null
                ? fresh
                : fresh.stream().filter(message -> message.at().isAfter(until)).toList();
    }

    /**
     * The version at which a conversation begins: above every version of an erased one of the same session, which some
     * engine may still hold and take for this one. A conversation does not change once in a microsecond.
     */
    long firstVersion() {
        return until == null ? 1 : Math.max(1, Input.micros(until));
    }
}
