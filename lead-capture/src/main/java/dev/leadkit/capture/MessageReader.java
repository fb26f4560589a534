package dev.leadkit.capture;

import dev.leadkit.capture.extract.Budget;
import dev.leadkit.capture.extract.BudgetExtractor;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one visitor message with every extractor. Pure and safe to share. */
final class MessageReader {
    private static final Logger LOG = LoggerFactory.getLogger(MessageReader.class);

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
        String itsRegion = message.attributes().get(ChatMessage.REGION);
        var turn = new Turn(text, asked, itsRegion == null ? region : itsRegion);
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
