package dev.leadkit.assign;

import java.util.ArrayList;
import java.util.List;

/** A part of a document with the place where it stands, as a JSON Pointer. */
record Placed<T>(String pointer, T value) {
    /** The items of an array, all of which are there. */
    static <T> List<Placed<T>> all(String array, List<T> values) {
        List<Placed<T>> placed = new ArrayList<>();
        values.forEach(value -> placed.add(new Placed<>(array + placed.size(), value)));
        return placed;
    }
}
