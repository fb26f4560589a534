package dev.leadkit.conversation;

import dev.leadkit.lead.Consent;
import dev.leadkit.lead.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Consent as attributes of a message, so that whatever carries messages carries it too. */
final class ConsentAttributes {
    private static final String GIVEN = "given";
    private static final String WITHDRAWN = "withdrawn";

    private ConsentAttributes() {}

    /** Adds what is said of a purpose; one that is withdrawn already stays so. */
    static void write(Consent consent, Map<String, String> attributes) {
        String purpose = consent.purpose();
        if (consent.given() && WITHDRAWN.equals(attributes.get(ChatMessage.CONSENT + purpose))) {
            return;
        }
        attributes.put(ChatMessage.CONSENT + purpose, consent.given() ? GIVEN : WITHDRAWN);
        attributes.put(ChatMessage.CONSENT_BASIS + purpose, consent.basis());
        attributes.remove(ChatMessage.CONSENT_TEXT + purpose);
        if (consent.textVersion() != null) {
            attributes.put(ChatMessage.CONSENT_TEXT + purpose, consent.textVersion());
        }
    }

    /**
     * What the attributes say, sorted by purpose.
     *
     * @throws InvalidInputException if they say it otherwise than {@link #write} does
     */
    static List<Consent> read(Map<String, String> attributes) {
        return attributes.keySet().stream()
                .filter(key -> key.startsWith(ChatMessage.CONSENT))
                .sorted()
                .map(key -> consent(key.substring(ChatMessage.CONSENT.length()), attributes))
                .toList();
    }

    private static Consent consent(String purpose, Map<String, String> attributes) {
        return new Consent(
                purpose,
                isGiven(Objects.requireNonNull(attributes.get(ChatMessage.CONSENT + purpose))),
                attributes.getOrDefault(ChatMessage.CONSENT_BASIS + purpose, Consent.CONSENT),
                attributes.get(ChatMessage.CONSENT_TEXT + purpose));
    }

    private static boolean isGiven(String value) {
        if (!value.equals(GIVEN) && !value.equals(WITHDRAWN)) {
            throw new InvalidInputException("consent", GIVEN + " or " + WITHDRAWN, "another text");
        }
        return value.equals(GIVEN);
    }
}
