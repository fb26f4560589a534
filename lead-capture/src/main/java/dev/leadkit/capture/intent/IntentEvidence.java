package dev.leadkit.capture.intent;

import dev.leadkit.capture.extract.Span;
import java.util.Objects;

/**
 * Words in a message that speak for or against an intent.
 *
 * @param term the model's phrase, {@code "not …"} before it when it was negated
 * @param span where it stands
 * @param weight what it added to the label it moved most, in log-odds; below zero speaks against
 */
public record IntentEvidence(String term, Span span, double weight) {
    public IntentEvidence {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(span, "span");
    }
}
