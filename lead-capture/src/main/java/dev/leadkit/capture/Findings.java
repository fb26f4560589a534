package dev.leadkit.capture;

import dev.leadkit.capture.extract.Budget;
import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.TellingDigits;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who the visitor is, as far as his messages said so far. Not safe to share. */
final class Findings {
    final Values<String> emails = new Values<>(email -> Input.id("email", email));
    final Values<PhoneNumber> phones = new Values<>(phone -> Input.id("phone", phone.value()));
    final Values<String> names = new Values<>(name -> Input.name("name", name));
    final Values<String> companies = new Values<>(company -> Input.name("company", company));
    final Values<String> locations = new Values<>(location -> Input.name("location", location));
    final Values<Budget> budgets = new Values<>(Findings::storable);
    final List<RejectedIn> rejected = new ArrayList<>();

    private String lastField = "";

    private final FirmByAddress firmByAddress = new FirmByAddress();

    private static final int MAX_REJECTED = 200;
    private static final int MAX_VALUES = 100;

    /** A look-alike with its message. */
    record RejectedIn(String message, Rejected what) {}

    void add(ChatMessage message, MessageReader.Reading reading) {
        boolean corrects = reading.findsSomething() && Correction.isIn(reading.analysed());
        emails.deny(denied(reading.emails(), reading.analysed()));
        phones.deny(denied(reading.phones(), reading.analysed()));
        emails.add(message, "email", reading.emails(), corrects);
        phones.add(message, "phone", reading.phones(), corrects);
        names.add(message, "name", NameParts.joined(reading.names(), names.all()), corrects);
        companies.add(message, "company", reading.companies(), corrects);
        locations.add(message, "location", reading.locations(), corrects);
        firmByAddress.add(message, reading.analysed(), reading.emails(), this);
        budgets.add(message, "budget", reading.budgets(), corrects);
        Map<String, Extraction<?>> fields = reading.fields();
        note(fields);
        fields.values().forEach(field -> reject(message, field));
    }

    /** What a message says is not, or no longer, to be used, as it stands there. */
    private static List<String> denied(Extraction<?> extraction, String text) {
        return extraction.rejected().stream()
                .filter(one -> one.code().equals("negated"))
                .map(one -> one.span().of(text))
                .toList();
    }

    /** The field that the visitor gave last; empty if he gave none. Of several in one message the one that stands last. */
    String lastField() {
        return lastField;
    }

    private void note(Map<String, Extraction<?>> fields) {
        int last = -1;
        for (Map.Entry<String, Extraction<?>> field : fields.entrySet()) {
            for (Candidate<?> candidate : field.getValue().found()) {
                if (candidate.span().end() > last) {
                    last = candidate.span().end();
                    lastField = field.getKey();
                }
            }
        }
    }

    private void reject(ChatMessage message, Extraction<?> extraction) {
        for (Rejected what : extraction.rejected()) {
            if (rejected.size() < MAX_REJECTED) {
                rejected.add(new RejectedIn(message.id(), what));
            }
        }
    }

    /** The budget as a key, once it is known that it would do as money. */
    private static String storable(Budget budget) {
        String currency = budget.currency();
        return Money.of(budget.amount().toString(), currency == null ? "XXX" : currency)
                .toString();
    }

    /** The values of one field. */
    static final class Values<T> {
        private final Function<T, String> identity;
        private final Map<String, Found<T>> found = new LinkedHashMap<>();
        private final Set<String> denied = new HashSet<>();

        /** @param correction how many corrections of this field came before it, itself included; 0 for none */
        private record Found<T>(Attributed<T> value, int correction) {}

        private int corrections;

        /** @param identity what makes two values the same; throws for a value that could not be stored */
        private Values(Function<T, String> identity) {
            this.identity = identity;
        }

        void add(ChatMessage message, String field, Extraction<T> extraction, boolean corrects) {
            for (Candidate<T> candidate : extraction.found()) {
                String key;
                try {
                    key = identity.apply(candidate.value());
                } catch (InvalidInputException unstorable) {
                    continue; // nobody's address has a thousand characters, and no message is lost over one
                }
                Span span = candidate.span();
                var evidence = new Evidence(message.session(), message.id(), span.start(), span.end());
                var said = Provenance.said(
                        field + ":" + candidate.because(), candidate.confidence(), evidence, message.at());
                Found<T> before = found.get(key);
                if (before == null && found.size() == MAX_VALUES) {
                    continue; // a flood; in the order of the fold, so that any delivery keeps the same ones
                }
                boolean corrected = corrects && !found.isEmpty();
                corrections += corrected ? 1 : 0;
                int place = before == null ? 0 : before.correction();
                var value = before == null || before.value().provenance().confidence() < candidate.confidence()
                        ? new Attributed<>(candidate.value(), said)
                        : before.value();
                denied.remove(key);
                found.put(key, new Found<>(value, corrected ? corrections : place));
            }
        }

        /** Puts behind all others what the visitor gave and then said is not to be used, until he gives it again. */
        void deny(List<String> written) {
            for (String one : written) {
                String letters = comparable(one);
                found.keySet().stream()
                        .filter(key -> isSame(comparable(key), letters))
                        .forEach(denied::add);
            }
        }

        /** A number may be written without the code of its country. */
        private static boolean isSame(String key, String written) {
            boolean number = key.indexOf('@') < 0;
            return key.equals(written) || number && written.length() >= TellingDigits.COUNT && key.endsWith(written);
        }

        /** An address in lower case, of a number its digits. */
        private static String comparable(String value) {
            return value.indexOf('@') < 0 ? TellingDigits.all(value) : value.toLowerCase(Locale.ROOT);
        }

        /** Every value, in the order in which they were first said. */
        List<Attributed<T>> all() {
            return found.values().stream().map(Found::value).toList();
        }

        /**
         * Every value, the one to use first: none that was denied since, then the latest correction, then the surest, then the one said
         * first.
         */
        List<Attributed<T>> preferredFirst() {
            return found.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, Found<T>> one) -> denied.contains(one.getKey()))
                            .thenComparing(one -> -one.getValue().correction())
                            .thenComparing(
                                    one -> -one.getValue().value().provenance().confidence()))
                    .map(one -> one.getValue().value())
                    .toList();
        }

        /** The one to use; absent when there is none. */
        @Nullable
        Attributed<T> preferred() {
            List<Attributed<T>> values = preferredFirst();
            return values.isEmpty() ? null : values.get(0);
        }

        List<Evidence> evidence() {
            List<Evidence> evidence = new ArrayList<>();
            for (Attributed<T> value : all()) {
                if (value.provenance().evidence() != null) {
                    evidence.add(value.provenance().evidence());
                }
            }
            return evidence;
        }
    }
}
