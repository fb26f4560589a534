package dev.leadkit.capture;

import dev.leadkit.Wiring;
import dev.leadkit.capture.CaptureEngine.SessionKey;
import dev.leadkit.identity.LeadPolicy;
import dev.leadkit.identity.Resolution;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The leads by which the visitor of a conversation is known. Reads and never writes. */
final class KnownVisitor {
    private final Wiring wiring;
    private final SessionKey key;
    private final LeadPolicy policy;

    KnownVisitor(Wiring wiring, SessionKey key, LeadPolicy policy) {
        this.wiring = wiring;
        this.key = key;
        this.policy = policy;
    }

    /** To which lead a part belongs that is about to become one. */
    Resolution resolve(ConversationFold fold) {
        List<Resolution.Match> matches = new ArrayList<>();
        if (policy.joinsConversations()) {
            for (Identity identity : fold.vouchedIdentities()) {
                knownBy(identity, wiring.pipeline(key.tenant()).name())
                        .ifPresent(lead -> matches.add(new Resolution.Match(asKnown(identity, lead), lead)));
            }
        }
        Instant at = fold.effects().capturedAt();
        return Resolution.of(matches, policy, at == null ? Instant.MAX : at);
    }

    /**
     * The identity as far as it tells the visitor for the lead's person. What the host vouches for in his messages may have been
     * typed in those of the lead, by anybody; a channel's user never is.
     */
    private static Identity asKnown(Identity identity, Lead lead) {
        boolean both = identity.kind() == IdentityKind.CHANNEL_USER
                || lead.identities().contains(identity);
        return both ? identity : identity.asClaim();
    }

    /**
     * The vouched identities of a lead's conversations. One is no more than a claim of it where another open lead has it; likewise
     * where the host vouched for another of its kind on this one, but for an id of the host's, which is left out then.
     */
    Set<Identity> of(ConversationFold fold, Lead lead) {
        Set<Identity> identities = new TreeSet<>();
        for (Identity identity : fold.vouchedIdentities()) {
            boolean another = !lead.identities().contains(identity) && isOfSomebodyElse(identity, lead);
            if (another && identity.kind() == IdentityKind.EXTERNAL_ID) {
                continue;
            }
            boolean its = lead.identities().contains(identity) || !another && !isOfAnotherOpen(identity, lead);
            identities.add(its ? identity : identity.asClaim());
        }
        return identities;
    }

    private static boolean isOfSomebodyElse(Identity identity, Lead lead) {
        return identity.assurance() == Assurance.VERIFIED
                && lead.identities().stream()
                        .anyMatch(other -> other.kind() == identity.kind() && other.assurance() == Assurance.VERIFIED);
    }

    private boolean isOfAnotherOpen(Identity identity, Lead lead) {
        return knownBy(identity, lead.pipeline())
                .filter(other -> LiveConversation.isOpen(other) && !other.id().equals(lead.id()))
                .filter(other -> asKnown(identity, other).isExclusive())
                .isPresent();
    }

    private Optional<Lead> knownBy(Identity identity, String pipeline) {
        return wiring.store()
                .findByIdentity(key.tenant(), pipeline, wiring.hasher().key(identity));
    }
}
