package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.Words;
import java.util.function.IntUnaryOperator;

/**
 * A piece of a message text, by the offsets of its {@code char}s.
 *
 * @param start first offset, 0 or more
 * @param end the offset after the last, at least {@code start}
 */
public record Span(int start, int end) {
    /** @throws IllegalArgumentException if it starts below 0 or ends before its start */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "a span starts at 0 or later and ends no earlier, was %s to %s".formatted(start, end));
        }
    }

    /** From one word up to another; {@code to} is not in it. */
    static Span ofWords(Words words, int from, int to) {
        return new Span(words.start(from), words.end(to - 1));
    }

    /** From where a function has its start to where it has its end. */
    Span at(IntUnaryOperator place) {
        return new Span(place.applyAsInt(start), place.applyAsInt(end));
    }

    /** @throws IndexOutOfBoundsException if the text is shorter than the span */
    public String of(String text) {
        return text.substring(start, end);
    }

    public int length() {
        return end - start;
    }

    /** Whether they share a character; spans that only touch do not. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
