package dev.leadkit.view;

import dev.leadkit.lead.InvalidInputException;
import java.util.UUID;

/** By what a saved view is known, whatever it is called. */
public record ViewId(UUID value) {
    /** @throws InvalidInputException if the text is no UUID */
    public static ViewId parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            if (value.toString().equals(text)) {
                return new ViewId(value);
            }
        } catch (IllegalArgumentException none) {
            // Refused below, as one that is only nearly one is.
        }
        throw new InvalidInputException("view.id", "the id of a view", "another text");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
