package dev.leadkit.examples.leaddesk.settings;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The text of a definition, as far as somebody has written it.
 *
 * @param value what it says; absent when it has problems
 * @param problems with the lines that they are in; empty when it has none
 */
public record Draft<T>(@Nullable T value, List<Marked> problems) {
    /** A problem. @param line from 1 on; 1 where nobody can tell */
    public record Marked(int line, Problem problem) {}

    public Draft {
        problems = List.copyOf(problems);
    }

    /** Reads a text. @param parser throws {@link InvalidDefinitionException} for what is none */
    public static <T> Draft<T> read(String text, Function<String, T> parser) {
        try {
            return new Draft<>(parser.apply(text), List.of());
        } catch (InvalidDefinitionException invalid) {
            return new Draft<>(null, marked(text, invalid.problems()));
        }
    }

    /** Problems of a text with their lines, from the top down. */
    public static List<Marked> marked(String text, List<Problem> problems) {
        var lines = JsonLines.of(text);
        return problems.stream()
                .map(problem -> new Marked(lines.line(problem.pointer()), problem))
                .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                .toList();
    }
}
