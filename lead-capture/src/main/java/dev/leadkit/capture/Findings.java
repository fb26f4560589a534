package dev.leadkit.capture;

import dev.leadkit.capture.budget.Amounts;
import dev.leadkit.capture.extract.Budget;
import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.text.TellingDigits;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private final LastGiven last = new LastGiven();

    private final CompanyByAddress companyByAddress = new CompanyByAddress();

    private static final int MAX_REJECTED = 200;
    private static final int MAX_VALUES = 100;

    /** A look-alike with its message. */
    record RejectedIn(String message, Rejected what) {}

    void add(ChatMessage message, MessageReader.Reading reading) {
        boolean corrects = reading.findsSomething() && Correction.isIn(reading.analysed());
        deny(emails, reading.emails(), reading.analysed());
        deny(phones, reading.phones(), reading.analysed());
        emails.add(message, "email", reading.emails(), corrects);
        phones.add(message, "phone", reading.phones(), corrects);
        names.add(message, "name", NameParts.joined(reading.names(), names.all()), corrects);
        companies.add(message, "company", reading.companies(), corrects);
        locations.add(message, "location", reading.locations(), corrects);
        companyByAddress.add(message, reading.analysed(), reading.emails(), this);
        addBudgets(message, reading, corrects);
        Map<String, Extraction<?>> fields = reading.fields();
        last.note(reading.analysed(), fields);
        fields.values().forEach(field -> reject(message, field));
    }

    /** "Not 9000, 5000" corrects by itself; what corrects without a currency is in that of what it corrects. */
    private void addBudgets(ChatMessage message, MessageReader.Reading reading, boolean corrects) {
        boolean mayReplace = corrects || !reading.budgets().rejected().isEmpty();
        String currency = mayReplace ? currencyBefore() : null;
        boolean denies = false;
        for (Rejected one : reading.budgets().rejected()) {
            if (one.code().equals("negated")) {
                BigDecimal amount = Amounts.valueIn(one.span().of(reading.analysed()));
                budgets.denyWhere(budget -> amount != null && budget.amount().compareTo(amount) == 0);
                denies = true;
            }
        }
        boolean replaces = corrects || denies;
        budgets.add(
                message, "budget", replaces ? inCurrency(currency, reading.budgets()) : reading.budgets(), replaces);
    }

    private @Nullable String currencyBefore() {
        return budgets.preferredFirst().stream()
                .map(before -> before.value().currency())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Extraction<Budget> inCurrency(@Nullable String before, Extraction<Budget> corrected) {
        String currency = before;
        List<Candidate<Budget>> found = new ArrayList<>();
        for (Candidate<Budget> one : corrected.found()) {
            Budget budget = one.value();
            currency = budget.currency() == null ? currency : budget.currency();
            found.add(new Candidate<>(
                    new Budget(budget.amount(), currency), one.span(), one.confidence(), one.because()));
        }
        return new Extraction<>(found, corrected.rejected());
    }

    /** Takes back what a message says is not, or no longer, to be used. */
    private static void deny(Values<?> values, Extraction<?> extraction, String text) {
        for (Rejected one : extraction.rejected()) {
            if (one.code().equals("negated")) {
                values.deny(one.span().of(text), DeniedUse.isLimited(text, one.span()));
            }
        }
    }

    /** What the next message may correct. */
    LastGiven last() {
        return last;
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
        private final Set<String> takenBack = new HashSet<>();

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
                var evidence = MessageEvidence.of(message, candidate.span());
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
                takenBack.remove(key);
                found.put(key, new Found<>(value, corrected ? corrections : place));
            }
        }

        /**
         * Leaves out what the visitor gave and then said is not to be used, until he gives it again.
         *
         * @param limited whether he meant some uses alone, so that it only comes behind all others
         */
        void deny(String written, boolean limited) {
            String letters = comparable(written);
            for (String key : found.keySet()) {
                if (isSame(comparable(key), letters)) {
                    denied.add(key);
                    if (!limited) {
                        takenBack.add(key);
                    }
                }
            }
        }

        /** Likewise, those of which something is true. */
        void denyWhere(Predicate<T> isDenied) {
            found.forEach((key, one) -> {
                if (isDenied.test(one.value().value())) {
                    takenBack.add(key);
                }
            });
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

        /** Every value, also those taken back, in the order in which they were first said. */
        List<Attributed<T>> all() {
            return found.values().stream().map(Found::value).toList();
        }

        /**
         * Every value that was not taken back, the one to use first: none that was denied for some uses, then the latest correction, then
         * the surest, then the one said first.
         */
        List<Attributed<T>> preferredFirst() {
            return found.entrySet().stream()
                    .filter(one -> !takenBack.contains(one.getKey()))
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
