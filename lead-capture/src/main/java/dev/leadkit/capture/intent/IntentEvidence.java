package dev.leadkit.capture.intent;

import dev.leadkit.capture.extract.Span;
import java.util.Objects;

/**
 * Words in a message that speak for or against an intent.
 *
 * @param term what the detector saw: a phrase of its model, {@code "not …"} before it when it was negated, or {@code "like: …"} and
 *     the example that the message resembles
 * @param span where it stands
 * @param weight how much it speaks for an intent, in the detector's own unit: log-odds for {@link IntentModel}, cosine similarity
 *     for an embedding; below zero speaks against; to be compared within one reading only
 */
public record IntentEvidence(String term, Span span, double weight) {
    /** @throws IllegalArgumentException if the weight is no number */
    public IntentEvidence {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(span, "span");
        if (Double.isNaN(weight)) {
            throw new IllegalArgumentException("a weight is a number, was NaN");
        }
    }
}
