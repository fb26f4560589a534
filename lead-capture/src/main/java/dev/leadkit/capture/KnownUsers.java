package dev.leadkit.capture;

import dev.leadkit.Wiring;
import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.identity.LeadPolicy;
import dev.leadkit.identity.Resolution;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The channels' users of a conversation, and the leads by which they are known. Reads and never writes. */
final class KnownUsers {
    private final Wiring wiring;
    private final SessionKey key;
    private final LeadPolicy policy;

    KnownUsers(Wiring wiring, SessionKey key, LeadPolicy policy) {
        this.wiring = wiring;
        this.key = key;
        this.policy = policy;
    }

    /** To which lead a part belongs that is about to become one. */
    Resolution resolve(ConversationFold fold) {
        List<Resolution.Match> matches = new ArrayList<>();
        if (policy.joinsConversations()) {
            for (Identity user : fold.channelUsers()) {
                knownBy(user, wiring.pipeline(key.tenant()).name())
                        .ifPresent(lead -> matches.add(new Resolution.Match(user, lead)));
            }
        }
        Instant at = fold.effects().capturedAt();
        return Resolution.of(matches, policy, at == null ? Instant.MAX : at);
    }

    /** Those of a lead; one that another open lead has is no more than a claim of this one. */
    Set<Identity> of(ConversationFold fold, Lead lead) {
        Set<Identity> users = new TreeSet<>();
        for (Identity user : fold.channelUsers()) {
            boolean free = lead.identities().contains(user)
                    || knownBy(user, lead.pipeline())
                            .filter(other -> LiveConversation.isOpen(other)
                                    && !other.id().equals(lead.id()))
                            .isEmpty();
            users.add(free ? user : user.asClaim());
        }
        return users;
    }

    private Optional<Lead> knownBy(Identity identity, String pipeline) {
        return wiring.store()
                .findByIdentity(key.tenant(), pipeline, wiring.hasher().key(identity));
    }
}
