package dev.leadkit.definition;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that can't be used, with all of its problems. Nothing of it was taken over. */
public final class InvalidDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems one or more, in the order of the document */
    public InvalidDefinitionException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "%d problem(s):\n  ".formatted(problems.size()), "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
