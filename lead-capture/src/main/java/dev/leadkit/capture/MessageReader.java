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
import dev.leadkit.capture.extract.Turn;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.text.Beginning;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What stands in one message. */
    record Reading(
            String analysed,
            Extraction<String> emails,
            Extraction<PhoneNumber> phones,
            Extraction<String> names,
            Extraction<String> companies,
            Extraction<String> locations,
            Extraction<Budget> budgets,
            IntentReading intent) {

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

        boolean findsSomething() {
            return !emails.found().isEmpty()
                    || !phones.found().isEmpty()
                    || !names.found().isEmpty()
                    || !companies.found().isEmpty()
                    || !locations.found().isEmpty()
                    || !budgets.found().isEmpty();
        }
    }

    MessageReader(CaptureSettings settings) {
        emails = new ComparableEmails(new EmailExtractor(), settings.normalizer());
        phones = new PhoneExtractor(settings.normalizer());
        intent = settings.intent();
        region = settings.region();
    }

    /** @param asked what bot or agent wrote since the visitor's message before; absent when nothing */
    Reading read(ChatMessage message, @Nullable String asked) {
        String text = Beginning.of(message.text(), Beginning.ANALYSED);
        Turn turn = turn(message, text, asked);
        return new Reading(
                text,
                found(emails, turn),
                found(phones, turn),
                found(names, turn),
                found(companies, turn),
                found(locations, turn),
                found(budgets, turn),
                intent(text));
    }

    private Turn turn(ChatMessage message, String text, @Nullable String asked) {
        String itsRegion = message.attributes().get(ChatMessage.REGION);
        return new Turn(text, asked, itsRegion == null ? region : itsRegion);
    }

    /**
     * A message that corrects what was given before without saying what: "sorry, it's Lyon".
     *
     * @param field what the visitor gave last, so what the message is about
     */
    Reading corrected(ChatMessage message, Reading read, String field) {
        String question = QUESTIONS.get(field);
        if (question == null || read.findsSomething() || !Correction.isIn(read.analysed())) {
            return read;
        }
        Turn turn = turn(message, read.analysed(), question);
        return new Reading(
                read.analysed(),
                read.emails(),
                read.phones(),
                field.equals("name") ? onlyAll(found(names, turn), read) : read.names(),
                field.equals("company") ? onlyAll(found(companies, turn), read) : read.companies(),
                field.equals("location") ? onlyAll(found(locations, turn), read) : read.locations(),
                field.equals("budget") ? onlyAll(found(budgets, turn), read) : read.budgets(),
                read.intent());
    }

    private static <T> Extraction<T> onlyAll(Extraction<T> answer, Reading read) {
        List<Candidate<T>> found = answer.found().stream()
                .filter(one -> Correction.isAll(read.analysed(), one.span()))
                .toList();
        return new Extraction<>(found, List.of());
    }

    /** No message is lost over an extractor, or a normalizer of the host that it asks; what it would have found is. */
    private static <T> Extraction<T> found(Extractor<T> extractor, Turn turn) {
        try {
            return extractor.extract(turn);
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            LOG.warn("extractor {} failed with {}; its field is left out", extractor.field(), nameOf(broken));
            return Extraction.nothing();
        }
    }

    private IntentReading intent(String text) {
        String failure;
        try {
            IntentReading reading = intent.read(text);
            if (reading != null) {
                return reading.within(text.length());
            }
            failure = "an answer of null";
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            failure = nameOf(broken);
        }
        // Not which message: WhatsApp makes its ids of the visitor's number.
        LOG.warn("the intent detector failed with {}; no intent is assumed", failure);
        return new IntentReading(0, 0, List.of());
    }

    /** Not its message, which may repeat what the visitor wrote. */
    private static String nameOf(Throwable broken) {
        return broken.getClass().getName();
    }
}
