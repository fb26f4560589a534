package dev.leadkit.csv;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a line of a table. Nothing here repeats what stands in the line.
 *
 * @param column the header of the column; absent when it is about the whole line
 * @param code stable and kebab-case, such as {@code invalid-value}, {@code duplicate-key}, {@code unknown-stage}; a
 *     refused move has the pipeline's code, a line that can't be read that of its {@link CsvProblem}
 * @param expected what is taken
 * @param found what stands there, described
 * @param mend what to do about it
 */
public record LineError(@Nullable String column, String code, String expected, String found, String mend) {
    @Override
    public String toString() {
        String where = column == null ? "" : column + ": ";
        return where + "%s: expected %s, found %s; %s".formatted(code, expected, found, mend);
    }
}
