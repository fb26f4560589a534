package dev.leadkit.capture;

import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who a visitor is by what channels and the host vouch for, over all his messages. Of what the host vouches for the first of each
 * kind is his; another one may be somebody else's at the same device, whose lead must not become this one. So another address or number
 * is a claim, and another id of the host's is left out, since nobody claims one. Not safe to share.
 */
final class VouchedIdentities {
    private final ContactNormalizer normalizer;
    private final Set<Identity> identities = new TreeSet<>();
    private final Map<IdentityKind, Identity> verified = new EnumMap<>(IdentityKind.class);
    private final Set<Identity> seen = new HashSet<>();
    private final List<Attributed<String>> emails = new ArrayList<>();
    private final List<Attributed<PhoneNumber>> phones = new ArrayList<>();

    VouchedIdentities(ContactNormalizer normalizer) {
        this.normalizer = normalizer;
    }

    /** Those of one message; empty where nobody vouches for any, and for another's message. */
    static Set<Identity> of(ChatMessage message) {
        if (!message.isFromVisitor()) {
            return Set.of();
        }
        Set<Identity> identities = new TreeSet<>(message.verified());
        for (String attribute : new String[] {ChannelAdapter.USER, ChannelAdapter.OTHER_USER}) {
            String user = message.attributes().get(attribute);
            if (user != null && !user.isBlank()) {
                try {
                    identities.add(Identity.channelUser(message.channel(), user));
                } catch (InvalidInputException unstorable) {
                    continue; // nobody is found by what can't be stored
                }
            }
        }
        return identities;
    }

    /** The identity as leads have it; null where the normalizer can't read it. */
    static @Nullable Identity canonical(Identity identity, ContactNormalizer normalizer) {
        try {
            return switch (identity.kind()) {
                case EMAIL -> Identity.verified(IdentityKind.EMAIL, normalizer.email(identity.value()));
                case PHONE -> {
                    PhoneNumber phone = normalizer.phone(identity.value(), null);
                    yield phone.valid() ? Identity.verified(IdentityKind.PHONE, phone.value()) : null;
                }
                default -> identity;
            };
        } catch (RuntimeException | LinkageError | StackOverflowError unusable) {
            return null; // no message is lost over the host's normalizer
        }
    }

    /** Takes the visitor's next message. */
    void add(ChatMessage message) {
        for (Identity identity : of(message)) {
            Identity canonical = canonical(identity, normalizer);
            if (canonical != null && seen.add(canonical)) {
                add(canonical, message);
            }
        }
    }

    private void add(Identity identity, ChatMessage message) {
        boolean his =
                identity.assurance() != Assurance.VERIFIED || verified.putIfAbsent(identity.kind(), identity) == null;
        if (his) {
            identities.add(identity);
        } else if (identity.kind() != IdentityKind.EXTERNAL_ID) {
            identities.add(identity.asClaim());
        }
        if (identity.kind() == IdentityKind.EMAIL) {
            emails.add(new Attributed<>(identity.value(), from("email", his, message)));
        } else if (identity.kind() == IdentityKind.PHONE) {
            phones.add(new Attributed<>(
                    new PhoneNumber(identity.value(), identity.value(), true), from("phone", his, message)));
        }
    }

    private static Provenance from(String attribute, boolean his, ChatMessage message) {
        return new Provenance(
                Provenance.Origin.MESSAGE,
                ChatMessage.VERIFIED + attribute,
                his ? Assurance.VERIFIED : Assurance.CLAIMED,
                1.0,
                MessageEvidence.of(message),
                message.at());
    }

    /** Sorted. */
    Set<Identity> identities() {
        return identities;
    }

    /** The addresses for which the host vouches, in the order in which it did; all but the first as claims. */
    List<Attributed<String>> emails() {
        return emails;
    }

    /** The numbers, likewise. */
    List<Attributed<PhoneNumber>> phones() {
        return phones;
    }
}
