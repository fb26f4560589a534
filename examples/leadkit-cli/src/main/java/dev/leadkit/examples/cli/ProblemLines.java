package dev.leadkit.examples.cli;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Prints what is wrong with a definition, a line a problem: {@code FILE#/json/pointer: CODE: message}. */
final class ProblemLines {
    private ProblemLines() {}

    static void print(PrintWriter to, Path file, InvalidDefinitionException invalid) {
        print(to, file, invalid.problems());
    }

    static void print(PrintWriter to, Path file, List<Problem> problems) {
        problems.forEach(problem -> print(to, file, problem));
        to.flush();
    }

    private static void print(PrintWriter to, Path file, Problem problem) {
        String line = "%s#%s".formatted(file, problem);
        // One line, whatever the document holds.
        line.chars().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(to::write);
        to.print('\n');
    }
}
