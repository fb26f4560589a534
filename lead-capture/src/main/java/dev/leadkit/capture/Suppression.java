package dev.leadkit.capture;

import dev.leadkit.Wiring;
import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.IdentityKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages of an erased visitor from bringing him back, in his sessions and, where the channel or the host says who he is, in any
 * other. What is stored of a session after an erasure was sent later, and so was what is stored of a user. So only a message that
 * is the first of its session or of its user can be one of them: the store is asked about no other. What is stored of a user in a
 * session that was not erased stands, and so does what he sent there after it.
 *
 * @param until messages of the session that were sent then or before are left out; absent when nobody was erased, or it can't
 *     matter
 * @param users the same for those who sent them, as their messages name them
 */
record Suppression(@Nullable Instant until, Map<Identity, Instant> users) {
    /** Why such a message is not taken. */
    static final Reason ERASED = Reason.of("erased", "the visitor was erased after this was sent");

    private static final Suppression NONE = new Suppression(null, Map.of());

    /** @param fresh messages that are not stored, in their order */
    static Suppression of(
            Wiring wiring,
            ContactNormalizer normalizer,
            SessionKey key,
            LiveConversation live,
            List<ChatMessage> fresh) {
        Erasure erasure = wiring.store().capabilities().erasure();
        if (erasure == null || fresh.stream().allMatch(live::isPreceded)) {
            return NONE;
        }
        IdentityKey session = wiring.hasher().key(Identity.session(key.session()));
        Map<Identity, IdentityKey> users = new HashMap<>();
        for (ChatMessage message : fresh) {
            for (Identity user : VouchedIdentities.of(message)) {
                Identity canonical = VouchedIdentities.canonical(user, normalizer);
                if (canonical != null) {
                    users.put(user, wiring.hasher().key(canonical));
                }
            }
        }
        Set<IdentityKey> asked = new TreeSet<>(users.values());
        asked.add(session);
        Map<IdentityKey, Instant> found = erasure.suppressed(key.tenant(), asked);
        Map<Identity, Instant> until = new HashMap<>();
        users.forEach((user, hash) -> {
            Instant erased = found.get(hash);
            if (erased != null) {
                until.put(user, erased);
            }
        });
        return new Suppression(found.get(session), until);
    }

    /** The messages that may be taken. */
    List<ChatMessage> without(List<ChatMessage> fresh) {
        return fresh.stream().filter(message -> !isSuppressed(message)).toList();
    }

    /** Whether one of the messages may not be taken. */
    boolean isOfAny(List<ChatMessage> fresh) {
        return fresh.stream().anyMatch(this::isSuppressed);
    }

    private boolean isSuppressed(ChatMessage message) {
        if (until != null && !message.at().isAfter(until)) {
            return true;
        }
        return !users.isEmpty()
                && VouchedIdentities.of(message).stream()
                        .map(users::get)
                        .anyMatch(erased -> erased != null && !message.at().isAfter(erased));
    }

    /**
     * The version at which a conversation begins: above every version of an erased one of the same session, which some
     * engine may still hold and take for this one. A conversation does not change once in a microsecond.
     */
    long firstVersion() {
        return until == null ? 1 : Math.max(1, Input.micros(until));
    }
}
