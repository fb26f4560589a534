package dev.leadkit.scoring;

import java.util.List;

/** A card reads values that what it was to score cannot have: a lead no column, a table no column of another name. */
public final class UnsuppliedInputsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> inputs;

    UnsuppliedInputsException(String card, String from, List<String> inputs) {
        super("%s reads %s, which %s: score something that has them, or take another card"
                .formatted(card, String.join(", ", inputs), from));
        this.inputs = List.copyOf(inputs);
    }

    /** Their names as in the card, in its order. */
    public List<String> inputs() {
        return inputs;
    }
}
