package dev.leadkit.conversation;

import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the host vouches for as attributes of a message, so that whatever carries messages carries it too. */
final class VerifiedAttributes {
    private static final Map<IdentityKind, String> KEYS = Map.of(
            IdentityKind.EMAIL, ChatMessage.VERIFIED + "email",
            IdentityKind.PHONE, ChatMessage.VERIFIED + "phone",
            IdentityKind.EXTERNAL_ID, ChatMessage.VERIFIED + "externalId");

    /** Of a number in E.164, the country code included. */
    private static final int MOST_DIGITS = 15;

    private VerifiedAttributes() {}

    /** @throws InvalidInputException if there is no attribute for the kind, or it can't have the value */
    static void write(IdentityKind kind, String value, Map<String, String> attributes) {
        String key = KEYS.get(kind);
        if (key == null) {
            throw new InvalidInputException("verified", "EMAIL, PHONE or EXTERNAL_ID", kind.name());
        }
        attributes.put(key, identity(kind, value).value());
    }

    /** What can't be read vouches for nobody, since a message that was stored must stay readable. */
    static Set<Identity> read(Map<String, String> attributes) {
        Set<Identity> verified = new TreeSet<>();
        KEYS.forEach((kind, key) -> {
            String value = attributes.get(key);
            if (value != null) {
                try {
                    verified.add(identity(kind, value));
                } catch (InvalidInputException unreadable) {
                    return;
                }
            }
        });
        return verified;
    }

    private static Identity identity(IdentityKind kind, String value) {
        return Identity.verified(
                kind,
                switch (kind) {
                    case EMAIL -> ContactNormalizer.plainDigits().email(Input.email(value));
                    case PHONE -> e164(value);
                    default -> Input.id("verified", value);
                });
    }

    private static String e164(String value) {
        boolean digits = value.length() > 1 && value.length() <= 1 + MOST_DIGITS && value.charAt(0) == '+';
        for (int i = 1; i < value.length() && digits; i++) {
            digits = value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        if (!digits) {
            throw new InvalidInputException(
                    "verified",
                    "a number such as +4790000001, with its country code and without blanks",
                    "another text");
        }
        return value;
    }
}
