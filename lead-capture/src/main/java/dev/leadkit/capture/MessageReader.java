package dev.leadkit.capture;

import dev.leadkit.capture.extract.Budget;
import dev.leadkit.capture.extract.BudgetExtractor;
import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.CompanyExtractor;
import dev.leadkit.capture.extract.EmailExtractor;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Extractor;
import dev.leadkit.capture.extract.LocationExtractor;
import dev.leadkit.capture.extract.NameExtractor;
import dev.leadkit.capture.extract.PhoneExtractor;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.extract.Turn;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.capture.text.QuotedMail;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one visitor message with every extractor. Pure and safe to share. */
final class MessageReader {
    private static final Logger LOG = LoggerFactory.getLogger(MessageReader.class);

    /** What a field would be asked for with. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "name", "What is your name?",
            "company", "What is your company's name?",
            "location", "Which city are you in?",
            "budget", "What is your budget?");

    private final ComparableEmails emails;
    private final PhoneExtractor phones;
    private final NameExtractor names = new NameExtractor();
    private final CompanyExtractor companies = new CompanyExtractor();
    private final LocationExtractor locations = new LocationExtractor();
    private final BudgetExtractor budgets = new BudgetExtractor();
    private final IntentDetector intent;
    private final @Nullable String region;

    /**
     * What stands in one message.
     *
     * @param whole whether no extractor failed on it, nor the detector, so that nothing can be missing
     */
    record Reading(
            String analysed,
            Extraction<String> emails,
            Extraction<PhoneNumber> phones,
            Extraction<String> names,
            Extraction<String> companies,
            Extraction<String> locations,
            Extraction<Budget> budgets,
            IntentReading intent,
            boolean whole) {

        /** What was found, by field, always in the same order. */
        Map<String, Extraction<?>> fields() {
            Map<String, Extraction<?>> fields = new LinkedHashMap<>();
            fields.put("email", emails);
            fields.put("phone", phones);
            fields.put("name", names);
            fields.put("company", companies);
            fields.put("location", locations);
            fields.put("budget", budgets);
            return fields;
        }

        /** Without what bot or agents gave as their own, and what is the tenant's. */
        Reading without(TheirContacts theirs) {
            Extraction<String> ownEmails = theirs.withoutEmails(emails);
            Extraction<PhoneNumber> ownPhones = theirs.withoutPhones(phones);
            return ownEmails.equals(emails) && ownPhones.equals(phones)
                    ? this
                    : new Reading(analysed, ownEmails, ownPhones, names, companies, locations, budgets, intent, whole);
        }

        /** Without a name that is none. */
        Reading withoutName(Candidate<String> name) {
            List<Candidate<String>> found = new ArrayList<>(names.found());
            found.remove(name);
            List<Rejected> rejected = new ArrayList<>(names.rejected());
            rejected.add(new Rejected("name", name.span(), "not-a-person"));
            Extraction<String> others = new Extraction<>(found, rejected);
            return new Reading(analysed, emails, phones, others, companies, locations, budgets, intent, whole);
        }

        boolean findsSomething() {
            return !emails.found().isEmpty()
                    || !phones.found().isEmpty()
                    || !names.found().isEmpty()
                    || !companies.found().isEmpty()
                    || !locations.found().isEmpty()
                    || !budgets.found().isEmpty();
        }
    }

    /** The addresses and numbers that stand in one message. */
    record Contacts(String text, Extraction<String> emails, Extraction<PhoneNumber> phones) {}

    MessageReader(CaptureSettings settings) {
        emails = new ComparableEmails(new EmailExtractor(), settings.normalizer());
        phones = new PhoneExtractor(settings.normalizer());
        intent = settings.intent();
        region = settings.region();
    }

    /** @param asked what bot or agent wrote since the visitor's message before; absent when nothing */
    Reading read(ChatMessage message, @Nullable String asked) {
        String text = Beginning.of(message.text(), Beginning.ANALYSED);
        var look = new Look(turn(message, text, asked));
        int quoted = QuotedMail.start(text);
        var own = quoted == text.length() ? look : new Look(turn(message, text.substring(0, quoted), asked));
        return new Reading(
                text,
                look.with(emails),
                look.with(phones),
                own.with(names),
                own.with(companies),
                own.with(locations),
                own.with(budgets),
                own.with(intent),
                look.whole && own.whole);
    }

    /** The addresses and numbers that bot or agent gave, in the way that a visitor gives his. */
    Contacts contacts(ChatMessage message) {
        String text = Beginning.of(message.text(), Beginning.ANALYSED);
        var look = new Look(turn(message, text, null));
        return new Contacts(text, look.with(emails), look.with(phones));
    }

    private Turn turn(ChatMessage message, String text, @Nullable String asked) {
        String itsRegion = message.attributes().get(ChatMessage.REGION);
        return new Turn(text, asked, itsRegion == null ? region : itsRegion);
    }

    /**
     * A message that corrects what was given before without saying what: "sorry, it's Lyon", in which no name is found unless the visitor
     * had given one, or was asked for it.
     *
     * @param last what it may be about
     */
    Reading corrected(ChatMessage message, @Nullable String asked, Reading read, LastGiven last) {
        Candidate<String> put = last.isStarted() ? putName(read) : null;
        if (put == null) {
            return corrected(message, read, last.field());
        }
        String field = last.fieldLike(put.value());
        return field.equals("name") || turn(message, read.analysed(), asked).asksName()
                ? read
                : corrected(message, read.withoutName(put), field);
    }

    /** The name that would stand in the place of something else; null if there is none. */
    private static @Nullable Candidate<String> putName(Reading read) {
        for (Candidate<String> name : read.names().found()) {
            if (Correction.puts(read.analysed(), name.span())) {
                return name;
            }
        }
        return null;
    }

    private Reading corrected(ChatMessage message, Reading read, String field) {
        String question = QUESTIONS.get(field);
        if (question == null || read.findsSomething() || !Correction.isIn(read.analysed())) {
            return read;
        }
        var look = new Look(turn(message, read.analysed(), question));
        return new Reading(
                read.analysed(),
                read.emails(),
                read.phones(),
                field.equals("name") ? onlyAll(look.with(names), read, Correction::isAll) : read.names(),
                field.equals("company") ? onlyAll(look.with(companies), read, Correction::isAll) : read.companies(),
                field.equals("location") ? onlyAll(look.with(locations), read, Correction::isAll) : read.locations(),
                field.equals("budget") ? onlyAll(look.with(budgets), read, Correction::isAllOfAmount) : read.budgets(),
                read.intent(),
                read.whole() && look.whole);
    }

    private static <T> Extraction<T> onlyAll(Extraction<T> answer, Reading read, BiPredicate<String, Span> isAll) {
        List<Candidate<T>> found = answer.found().stream()
                .filter(one -> isAll.test(read.analysed(), one.span()))
                .toList();
        return new Extraction<>(found, List.of());
    }

    /**
     * Looks at one message. None is lost over an extractor or detector that fails, or a normalizer of the host that it asks; what
     * it would have found is. Not safe to share.
     */
    private static final class Look {
        private final Turn turn;
        private boolean whole = true;

        Look(Turn turn) {
            this.turn = turn;
        }

        <T> Extraction<T> with(Extractor<T> extractor) {
            try {
                return extractor.extract(turn);
            } catch (RuntimeException | LinkageError | StackOverflowError broken) {
                whole = false;
                LOG.warn("extractor {} failed with {}; its field is left out", extractor.field(), nameOf(broken));
                return Extraction.nothing();
            }
        }

        IntentReading with(IntentDetector detector) {
            String failure;
            try {
                IntentReading reading = detector.read(turn.text());
                if (reading != null) {
                    return reading.within(turn.text().length());
                }
                failure = "an answer of null";
            } catch (RuntimeException | LinkageError | StackOverflowError broken) {
                failure = nameOf(broken);
            }
            whole = false;
            // Not which message: WhatsApp makes its ids of the visitor's number.
            LOG.warn("the intent detector failed with {}; no intent is assumed", failure);
            return new IntentReading(0, 0, List.of());
        }
    }

    /** Not its message, which may repeat what the visitor wrote. */
    private static String nameOf(Throwable broken) {
        return broken.getClass().getName();
    }
}
