package dev.leadkit.capture.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What an extractor made of one message.
 *
 * @param found the values, in the order of the text
 * @param rejected the look-alikes, in the order of the text
 */
public record Extraction<T>(List<Candidate<T>> found, List<Rejected> rejected) {
    private static final Extraction<?> NOTHING = new Extraction<>(List.of(), List.of());

    public Extraction {
        found = List.copyOf(found);
        rejected = List.copyOf(rejected);
    }

    /** The same with each span at the places that a function has for its ends. */
    Extraction<T> at(IntUnaryOperator place) {
        List<Candidate<T>> moved = new ArrayList<>();
        found.forEach(c -> moved.add(new Candidate<>(c.value(), c.span().at(place), c.confidence(), c.because())));
        List<Rejected> refused = new ArrayList<>();
        rejected.forEach(r -> refused.add(new Rejected(r.field(), r.span().at(place), r.code())));
        return of(moved, refused);
    }

    /** What was found and rejected, if anything was. */
    static <T> Extraction<T> of(List<Candidate<T>> found, List<Rejected> rejected) {
        return found.isEmpty() && rejected.isEmpty() ? nothing() : new Extraction<>(found, rejected);
    }

    /** Neither a value nor a look-alike. */
    @SuppressWarnings("unchecked") // holds no element, so it fits every type
    public static <T> Extraction<T> nothing() {
        return (Extraction<T>) NOTHING;
    }
}
