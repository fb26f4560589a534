package dev.leadkit.capture.extract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message of a visitor with what he was answering.
 *
 * @param text what the visitor wrote
 * @param asked what bot or agent wrote since the visitor's message before, null if nothing
 * @param region two-letter country whose national phone numbers are meant, null if unknown
 */
public record Turn(
        String text, @Nullable String asked, @Nullable String region) {
    public Turn {
        Objects.requireNonNull(text, "text");
    }

    /** A message that answers nothing, from nowhere in particular. */
    public static Turn of(String text) {
        return new Turn(text, null, null);
    }
}
