package dev.leadkit.capture.intent;

import dev.leadkit.capture.extract.Span;
import java.util.Objects;

/**
 * Words in a message that speak for or against an intent.
 *
 * <p>The weights are in the detector's own unit, to be compared within one reading only: log-odds for {@link IntentModel}, so that
 * with the model's bias those of all evidence add up to the log-odds of the probability; cosine similarity for an embedding.
 *
 * @param term what the detector saw: a phrase of its model, {@code "not …"} before it when it was negated, or {@code "like: …"} and
 *     the example that the message resembles
 * @param span where it stands
 * @param purchase how much it speaks for a purchase; below zero speaks against
 * @param qualified how much it speaks for a qualified inquiry; below zero speaks against
 */
public record IntentEvidence(String term, Span span, double purchase, double qualified) {
    /** @throws IllegalArgumentException if a weight is no number */
    public IntentEvidence {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(span, "span");
        if (Double.isNaN(purchase) || Double.isNaN(qualified)) {
            throw new IllegalArgumentException("a weight is a number, was NaN");
        }
    }

    /**
     * What speaks alike for both.
     *
     * @throws IllegalArgumentException if the weight is no number
     */
    public IntentEvidence(String term, Span span, double weight) {
        this(term, span, weight, weight);
    }

    /** The weight that is further from zero. */
    public double weight() {
        return Math.abs(purchase) >= Math.abs(qualified) ? purchase : qualified;
    }
}
