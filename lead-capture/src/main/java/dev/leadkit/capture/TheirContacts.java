package dev.leadkit.capture;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.lead.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The addresses and numbers that bot and agents gave as their own, so that a visitor who repeats one is not taken for its owner. One
 * that the visitor gave first is his. Not safe to share.
 */
final class TheirContacts {
    private static final int MOST = 100;

    /** A number is the same if so many of its last digits are, whatever the prefix. */
    private static final int TELLING_DIGITS = 7;

    private final Set<String> values = new HashSet<>();

    /** @param reading what their message gives, read as if it were a visitor's */
    void add(MessageReader.Contacts reading, Findings findings) {
        add(reading.emails(), findings.emails, email -> email);
        add(reading.phones(), findings.phones, TheirContacts::key);
    }

    private <T> void add(Extraction<T> theirs, Findings.Values<T> visitors, Function<T, String> keyOf) {
        for (Candidate<T> candidate : theirs.found()) {
            String key = keyOf.apply(candidate.value());
            boolean known = visitors.all().stream()
                    .anyMatch(one -> keyOf.apply(one.value()).equals(key));
            if (!known && values.size() < MOST) {
                values.add(key);
            }
        }
    }

    Extraction<String> withoutEmails(Extraction<String> emails) {
        return without("email", emails, email -> email);
    }

    Extraction<PhoneNumber> withoutPhones(Extraction<PhoneNumber> phones) {
        return without("phone", phones, TheirContacts::key);
    }

    private <T> Extraction<T> without(String field, Extraction<T> extraction, Function<T, String> keyOf) {
        if (values.isEmpty() || extraction.found().isEmpty()) {
            return extraction;
        }
        List<Candidate<T>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>(extraction.rejected());
        for (Candidate<T> candidate : extraction.found()) {
            if (values.contains(keyOf.apply(candidate.value()))) {
                rejected.add(new Rejected(field, candidate.span(), "echo"));
            } else {
                found.add(candidate);
            }
        }
        return new Extraction<>(found, rejected);
    }

    private static String key(PhoneNumber phone) {
        String value = phone.value();
        return value.substring(Math.max(0, value.length() - TELLING_DIGITS));
    }
}
