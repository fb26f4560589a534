package dev.leadkit.capture;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.capture.text.TellingDigits;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import dev.leadkit.conversation.ChatMessage;
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
    private static final int REACH = 30;

    private static final WordSet YOURS = WordSet.listed("""
            your yours ur you've ihre ihrer deine votre ton su tu vostra sua tua seu uw je din ditt ваш ваша ваше твой twój twoje""");

    private final Set<String> values = new HashSet<>();

    /** Reads a message of theirs as if it were a visitor's. */
    void add(ChatMessage message, MessageReader reader, Findings visitors) {
        if (mayHaveContacts(message.text())) {
            MessageReader.Contacts given = reader.contacts(message);
            Words words = Words.of(given.text());
            add(words, given.emails(), visitors.emails, email -> email);
            add(words, given.phones(), visitors.phones, TheirContacts::key);
        }
    }

    private static boolean mayHaveContacts(String text) {
        int digits = 0;
        for (int i = 0; i < Math.min(text.length(), Beginning.ANALYSED) && digits < TellingDigits.COUNT; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return true;
            }
            digits += Character.isDigit(c) ? 1 : 0;
        }
        return digits == TellingDigits.COUNT;
    }

    private <T> void add(Words words, Extraction<T> given, Findings.Values<T> visitors, Function<T, String> keyOf) {
        for (Candidate<T> candidate : given.found()) {
            String key = keyOf.apply(candidate.value());
            boolean known = visitors.all().stream()
                    .anyMatch(one -> keyOf.apply(one.value()).equals(key));
            if (!known && values.size() < MOST && !isOfVisitor(words, candidate.span())) {
                values.add(key);
            }
        }
    }

    /** They ask about it or say that it is his: "is your number …?". */
    private static boolean isOfVisitor(Words words, Span value) {
        int first = words.firstFrom(value.start());
        int from = first;
        while (from > Math.max(0, first - REACH) && !words.startsSentence(from)) {
            from--;
        }
        int to = words.firstFrom(value.end());
        int most = Math.min(words.count(), to + REACH);
        while (to < most && !words.startsSentence(to)) {
            to++;
        }
        for (int i = from; i < to; i++) {
            if (YOURS.has(words, i)) {
                return true;
            }
        }
        return words.gap(to) == '?';
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
        return TellingDigits.of(phone.value());
    }
}
