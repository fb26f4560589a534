package dev.leadkit.definition.json;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one document. Not safe to share. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** None found yet. */
    public Problems() {}

    /** @param pointer where, as a JSON Pointer */
    public void add(String pointer, String code, String message, String mend) {
        add(new Problem(pointer, code, message, mend));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many were found so far. */
    public int size() {
        return found.size();
    }

    /** @throws InvalidDefinitionException with all problems, if there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidDefinitionException(found);
        }
    }
}
