package dev.leadkit.scoring;

import java.util.Optional;

/** What the values of an input are, so which bins a factor may sort them into. */
public enum InputKind {
    NUMBER,
    TEXT,
    /** A text that is "yes" or missing. */
    FLAG,
    /** Whatever the factor takes it for: a custom field, or a column of a table. */
    OPEN;

    /** That of an input by its name; empty where no card may read one so named. */
    public static Optional<InputKind> of(String input) {
        return Optional.ofNullable(InputCatalog.kind(input));
    }
}
