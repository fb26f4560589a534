package dev.leadkit.csv;

import dev.leadkit.lead.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How leads are written into a table.
 *
 * @param lossless whether values stand there for programs, as they are, in UTF-8 without a mark. Otherwise for people: with
 *     a mark, by which spreadsheets know UTF-8, and with an apostrophe before what they would take for a formula. Imports
 *     read both alike
 * @param columns in their order, each once
 * @param fields the keys of the custom fields that come after them, in their order, each once; absent for all that the kit has
 */
public record ExportSettings(
        boolean lossless,
        char separator,
        List<CsvField> columns,
        @Nullable List<String> fields) {
    /** All columns that say something of a lead. */
    private static final List<CsvField> ALL = Arrays.stream(CsvField.values())
            .filter(field -> field != CsvField.FIRST_NAME && field != CsvField.LAST_NAME && field != CsvField.NOTE)
            .toList();

    /** @throws InvalidInputException if there is no column, one twice, or one that leads can't fill; or no such separator */
    public ExportSettings {
        columns = List.copyOf(columns);
        CsvFormat.requireSeparator(separator);
        fields = fields == null ? null : List.copyOf(fields);
        if (fields != null && fields.stream().distinct().count() < fields.size()) {
            throw new InvalidInputException("fields", "each once", fields.size() + " with repeats");
        }
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
        return new ExportSettings(false, ',', ALL, null);
    }

    /** For programs: values as they are. */
    public static ExportSettings asTheyAre() {
        return new ExportSettings(true, ',', ALL, null);
    }

    /** These, and no custom fields unless {@link #fields(String...)} names some afterwards. */
    public ExportSettings columns(CsvField... some) {
        return new ExportSettings(lossless, separator, List.of(some), List.of());
    }

    /** @param keys of custom fields; whether there are such is asked when leads are written */
    public ExportSettings fields(String... keys) {
        return new ExportSettings(lossless, separator, columns, List.of(keys));
    }

    /** @param between two cells, such as a semicolon */
    public ExportSettings separator(char between) {
        return new ExportSettings(lossless, between, columns, fields);
    }
}
