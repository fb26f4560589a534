package dev.leadkit.capture.langchain4j;

import dev.leadkit.capture.intent.IntentLabel;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern FORM = Pattern.compile(
            "(?<none>none)|(?<label>purchase|qualified): \"(?<quote>[^\"\\r\\n]{1," + LONGEST_QUOTE + "})\"");

    static ChatIntentAnswer missing(String why) {
        return new ChatIntentAnswer(null, why);
    }

    /** @param told the message as the model was told it */
    static ChatIntentAnswer read(String answer, String told) {
        if (answer.length() > 2 * LONGEST_QUOTE) {
            return missing("unreadable");
        }
        Matcher form = FORM.matcher(answer.strip());
        if (!form.matches()) {
            return missing("unreadable");
        }
        if (form.group("none") != null) {
            return new ChatIntentAnswer(IntentLabel.NONE, null);
        }
        String quote = form.group("quote");
        boolean said = quote.chars().anyMatch(Character::isLetter) && told.contains(quote);
        return said
                ? new ChatIntentAnswer(IntentLabel.valueOf(form.group("label").toUpperCase(Locale.ROOT)), null)
                : missing("not-said");
    }
}
