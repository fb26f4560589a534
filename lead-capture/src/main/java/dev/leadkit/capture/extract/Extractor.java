package dev.leadkit.capture.extract;

/**
 * Finds one kind of value in a visitor's message. Capture uses the extractors of this package; an engine cannot be given others.
 * Each is pure, never throws for any text, takes time linear in its length, and may be called from
 * several threads at once.
 *
 * @param <T> the value's canonical form
 */
public interface Extractor<T> {
    /** Kebab-case, another for each extractor; stands in every {@link Rejected}. */
    String field();

    /** Spans lie inside the turn's text and are never empty. */
    Extraction<T> extract(Turn turn);
}
