package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import java.util.List;
import java.util.Objects;

/**
 * A visitor's message as the summariser reads it.
 *
 * @param id the message's id
 * @param text what he wrote
 * @param contact where his name, addresses and numbers stand in it; none of that gets into a summary
 */
public record VisitorMessage(String id, String text, List<Span> contact) {
    public VisitorMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        contact = List.copyOf(contact);
    }
}
