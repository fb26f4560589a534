package dev.leadkit.capture.extract;

import java.util.Objects;

/**
 * Something that looked like a value and is none, or not the visitor's.
 *
 * @param field the extractor's field
 * @param span where it stands
 * @param code why it was refused, a stable code in kebab case such as {@code order-number} or {@code third-party}
 */
public record Rejected(String field, Span span, String code) {
    public Rejected {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(code, "code");
    }
}
