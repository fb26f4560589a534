package dev.leadkit.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table, which stretches over several lines of the file when a cell holds line breaks.
 *
 * @param line where it begins in the file, counted from 1
 * @param cells as they stand there, without the quotes around them; up to the problem, if there is one
 * @param problem absent when all of it was read
 */
public record CsvRecord(
        long line, List<String> cells, @Nullable CsvProblem problem) {
    public CsvRecord {
        cells = List.copyOf(cells);
    }

    /** Whether nothing but blanks stands in it. */
    public boolean isBlank() {
        return problem == null && cells.stream().allMatch(String::isBlank);
    }
}
