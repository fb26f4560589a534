package dev.leadkit.scoring.table;

/**
 * Why a line of a table was left out. It never repeats what stands there.
 *
 * @param line of the file, counted from 1
 * @param code stable and kebab-case: {@code fewer-cells}, {@code more-cells}, {@code no-outcome}, or one of {@link
 *     dev.leadkit.csv.CsvProblem}
 * @param expected what would have been taken
 * @param found what stands there instead, in general words
 */
public record TableProblem(long line, String code, String expected, String found) {
    /** For people, such as {@code line 7: expected 5 cells as the header has, found 4}. */
    @Override
    public String toString() {
        return "line %d: expected %s, found %s".formatted(line, expected, found);
    }
}
