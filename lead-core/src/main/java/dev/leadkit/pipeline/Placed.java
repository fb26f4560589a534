package dev.leadkit.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a draft with its place in the document, so that a problem found later still points at it.
 *
 * @param pointer a JSON Pointer
 */
record Placed<T>(String pointer, T value) {
    /** The items of an array, each at its index. */
    static <T> List<Placed<T>> all(String pointer, List<T> values) {
        List<Placed<T>> placed = new ArrayList<>();
        values.forEach(value -> placed.add(new Placed<>(pointer + placed.size(), value)));
        return placed;
    }
}
