package dev.leadkit.csv;

import dev.leadkit.lead.InvalidInputException;
import java.util.Arrays;
import java.util.List;

/**
 * How leads are written into a table.
 *
 * @param lossless whether values stand there for programs, as they are, in UTF-8 without a mark. Otherwise for people: with
 *     a mark, by which spreadsheets know UTF-8, and with an apostrophe before what they would take for a formula. Imports
 *     read both alike
 * @param columns in their order, each once
 */
public record ExportSettings(boolean lossless, char separator, List<CsvField> columns) {
    /** All columns that say something of a lead. */
    private static final List<CsvField> ALL = Arrays.stream(CsvField.values())
            .filter(field -> field != CsvField.FIRST_NAME && field != CsvField.LAST_NAME && field != CsvField.NOTE)
            .toList();

    /** @throws InvalidInputException if there is no column, one twice, or one that leads can't fill; or no such separator */
    public ExportSettings {
        columns = List.copyOf(columns);
        CsvFormat.requireSeparator(separator);
        if (columns.isEmpty() || columns.stream().distinct().count() < columns.size()) {
            throw new InvalidInputException("columns", "at least one, each once", columns.size() + " with repeats");
        }
        if (!ALL.containsAll(columns)) {
            throw new InvalidInputException(
                    "columns",
                    "some of "
                            + String.join(", ", ALL.stream().map(CsvField::key).toList()),
                    "another");
        }
    }

    /** For spreadsheets: nothing in it is taken for a formula. */
    public static ExportSettings spreadsheetSafe() {
        return new ExportSettings(false, ',', ALL);
    }

    /** For programs: values as they are. */
    public static ExportSettings asTheyAre() {
        return new ExportSettings(true, ',', ALL);
    }

    public ExportSettings columns(CsvField... some) {
        return new ExportSettings(lossless, separator, List.of(some));
    }

    /** @param between two cells, such as a semicolon */
    public ExportSettings separator(char between) {
        return new ExportSettings(lossless, between, columns);
    }
}
