package dev.leadkit.capture.extract;

/**
 * Finds one kind of value in a visitor's message. Implementations are pure, never throw for any text, take time linear
 * in its length, and may be called from several threads at once.
 *
 * @param <T> the value's canonical form
 */
public interface Extractor<T> {
    /** Kebab-case, unique in an engine; stands in every {@link Rejected}. */
    String field();

    /** Spans lie inside the turn's text and are never empty. */
    Extraction<T> extract(Turn turn);
}
