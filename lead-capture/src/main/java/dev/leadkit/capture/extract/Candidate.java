package dev.leadkit.capture.extract;

import java.util.Objects;

/**
 * A value found in a message.
 *
 * @param value the value in its canonical form, which may differ from the text at the span
 * @param span where it stands
 * @param confidence how sure the extractor is, 0.0 to 1.0
 * @param because a stable code in kebab case for the sign that was seen, such as {@code self-introduction}
 */
public record Candidate<T>(T value, Span span, double confidence, String because) {
    /** @throws IllegalArgumentException if the confidence is not 0.0 to 1.0 */
    public Candidate {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(because, "because");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
        }
    }
}
