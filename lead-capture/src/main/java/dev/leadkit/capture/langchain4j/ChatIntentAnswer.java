package dev.leadkit.capture.langchain4j;

import dev.leadkit.capture.intent.IntentLabel;
import dev.leadkit.capture.summary.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat model's answer comes to: one of three words, with the visitor's own words where there is an intent. Whatever
 * else it says makes it no answer.
 *
 * @param label absent when there is no usable answer
 * @param missing why there is none, kebab-case; absent when there is one
 */
record ChatIntentAnswer(
        @Nullable IntentLabel label, @Nullable String missing) {
    private static final int LONGEST_QUOTE = 200;

    static ChatIntentAnswer missing(String why) {
        return new ChatIntentAnswer(null, why);
    }

    /** @param told the message as the model was told it */
    static ChatIntentAnswer read(String answer, String told) {
        String line = answer.strip();
        if (line.equals(IntentLabel.NONE.key())) {
            return new ChatIntentAnswer(IntentLabel.NONE, null);
        }
        for (IntentLabel label : List.of(IntentLabel.PURCHASE, IntentLabel.QUALIFIED)) {
            String begin = label.key() + ": \"";
            if (line.startsWith(begin) && line.length() > begin.length() && line.endsWith("\"")) {
                String quote = line.substring(begin.length(), line.length() - 1);
                return isQuote(quote) ? said(quote, told, label) : missing("unreadable");
            }
        }
        return missing("unreadable");
    }

    private static boolean isQuote(String quote) {
        return !quote.isEmpty()
                && quote.length() <= LONGEST_QUOTE
                && quote.chars().noneMatch(c -> c == '"' || c == '\n' || c == '\r');
    }

    private static ChatIntentAnswer said(String quote, String told, IntentLabel label) {
        String words = withoutRemoved(quote);
        boolean stands = words.chars().anyMatch(Character::isLetter)
                && withoutRemoved(told).contains(words);
        return stands ? new ChatIntentAnswer(label, null) : missing("not-said");
    }

    /** What stands for contact data is nothing that the visitor said; a line break, which no quote has, is in its place. */
    private static String withoutRemoved(String text) {
        return text.replace(Utterance.REMOVED, "\n");
    }
}
