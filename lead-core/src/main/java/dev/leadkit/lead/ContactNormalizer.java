package dev.leadkit.lead;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings addresses and numbers to the one form in which they are compared. Pure and safe to share. */
public interface ContactNormalizer {
    /**
     * The number in its comparable form.
     *
     * @param region the ISO 3166 region whose national format is assumed; absent when unknown
     * @throws InvalidInputException if there is no digit in it
     */
    PhoneNumber phone(String raw, @Nullable String region);

    /**
     * Every way in which the same number may be known, the number itself among them: some plans write a mobile number with
     * or without a digit that is not dialled from everywhere. For looking up only; a number is never rewritten.
     *
     * @param e164 a valid number
     */
    default Set<String> phoneCandidates(String e164) {
        return Set.of(e164);
    }

    /** The address in lower case without blanks around it; mailboxes that differ only in case are taken for one. */
    default String email(String raw) {
        return raw.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Takes a phone number for its digits: such numbers are never valid, so that they are never matched. Always the same
     * one, by which a kit without a normalizer is known.
     */
    static ContactNormalizer plainDigits() {
        return PlainDigits.INSTANCE;
    }
}
