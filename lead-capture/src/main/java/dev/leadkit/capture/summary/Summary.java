package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import java.util.List;
import java.util.Objects;

/**
 * A need in the visitor's own words.
 *
 * @param text at most {@link ExtractiveSummarizer#MAX_LENGTH} characters; empty when nothing useful was said
 * @param pieces where each piece of it comes from, in the order of the text
 */
public record Summary(String text, List<Piece> pieces) {
    /** Nothing useful was said. */
    public static final Summary EMPTY = new Summary("", List.of());

    public Summary {
        Objects.requireNonNull(text, "text");
        pieces = List.copyOf(pieces);
    }

    /**
     * A part of a message that was taken over, blanks tidied.
     *
     * @param messageId the message's id
     * @param span where it stands in the message's text
     */
    public record Piece(String messageId, Span span) {
        public Piece {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(span, "span");
        }
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
