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
 *     the messages that it names), {@code negation-lost} ("no sofa" became "sofa"), {@code contact-data} (nothing else
 *     was left), {@code too-long}
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
