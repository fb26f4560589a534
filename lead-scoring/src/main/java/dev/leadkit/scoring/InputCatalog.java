package dev.leadkit.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input names that a card may use, each with its slot and kind. {@link LeadInput#CATALOG} is closed; one over the
 * columns of a table takes any name.
 */
interface InputCatalog {
    /**
     * Where an input is found.
     *
     * @param slot its position for {@link Inputs}, zero or more
     */
    record Entry(int slot, Kind kind) {}

    /** What the values of an input are. */
    enum Kind {
        NUMBER,
        TEXT,
        /** A text that is "yes" or missing. */
        FLAG
    }

    /** Null when there is no such input. */
    @Nullable
    Entry find(String name);

    /** All names, sorted. */
    List<String> names();
}
