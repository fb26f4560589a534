package dev.leadkit.capture.summary;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A summary, who made it and, if it was not the model, why not.
 *
 * @param by the model's name, or {@value #OFFLINE}
 * @param fallback why the offline summary was used, a code in kebab case; null when the model's was. {@code no-message},
 *     {@code rejected} (the executor took no more), {@code interrupted}, {@code timed-out}, {@code failed}, {@code no-claim}
 *     (no line ends with the numbers of messages), {@code unknown-message}, {@code invented} (a word or number is in none of
 *     the messages that it names, or stands there in another order, or a number or a "not" stands there with other words), {@code
 *     negation-lost} ("no sofa" became "sofa", or is said beside "sofa" in the same message), {@code contact-data} (nothing else was left), {@code too-long}; in a conversation also {@code no-speaker} (a line
 *     does not begin with who said it), {@code wrong-speaker} (a message that it names is another's), {@code condition-lost} and
 *     {@code question-lost} (what bot or agent would do, or asked, became a promise), {@code answer-alone} ("yes" without what it
 *     answers, and nothing else was left)
 */
public record CheckedSummary(
        Summary summary, String by, @Nullable String fallback) {
    /** The name of {@link ExtractiveSummarizer} in a summary. */
    public static final String OFFLINE = "extractive";

    public CheckedSummary {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(by, "by");
    }
}
