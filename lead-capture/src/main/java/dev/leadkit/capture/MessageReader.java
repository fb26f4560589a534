package dev.leadkit.capture;

import dev.leadkit.capture.extract.Budget;
import dev.leadkit.capture.extract.BudgetExtractor;
import dev.leadkit.capture.extract.EmailExtractor;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.NameExtractor;
import dev.leadkit.capture.extract.PhoneExtractor;
import dev.leadkit.capture.extract.Turn;
import dev.leadkit.capture.intent.IntentDetector;
import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Reads one visitor message with every extractor. Pure and safe to share. */
final class MessageReader {
    /** Analysis reads so many characters of a message; the rest is stored and left alone. */
    static final int MAX_ANALYSED = 64 * 1024;

    private final EmailExtractor emails = new EmailExtractor();
    private final PhoneExtractor phones;
    private final NameExtractor names = new NameExtractor();
    private final BudgetExtractor budgets = new BudgetExtractor();
    private final IntentDetector intent;
    private final @Nullable String region;

    /** What stands in one message. */
    record Reading(
            String analysed,
            Extraction<String> emails,
            Extraction<PhoneNumber> phones,
            Extraction<String> names,
            Extraction<Budget> budgets,
            IntentReading intent) {

        boolean findsSomething() {
            return !emails.found().isEmpty()
                    || !phones.found().isEmpty()
                    || !names.found().isEmpty()
                    || !budgets.found().isEmpty();
        }
    }

    MessageReader(CaptureSettings settings) {
        phones = new PhoneExtractor(settings.normalizer());
        intent = settings.intent();
        region = settings.region();
    }

    /** @param asked what bot or agent wrote since the visitor's message before; absent when nothing */
    Reading read(ChatMessage message, @Nullable String asked) {
        String text = analysed(message.text());
        String itsRegion = message.attributes().get(ChatMessage.REGION);
        var turn = new Turn(text, asked, itsRegion == null ? region : itsRegion);
        return new Reading(
                text,
                emails.extract(turn),
                phones.extract(turn),
                names.extract(turn),
                budgets.extract(turn),
                intent.read(text));
    }

    private static String analysed(String text) {
        if (text.length() <= MAX_ANALYSED) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_ANALYSED - 1)) ? MAX_ANALYSED - 1 : MAX_ANALYSED;
        return text.substring(0, end);
    }
}
