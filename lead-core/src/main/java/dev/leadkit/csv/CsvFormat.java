package dev.leadkit.csv;

import dev.leadkit.lead.InvalidInputException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a table before it is read; what is absent is seen from the table itself, see {@link CsvDialect}.
 *
 * @param encoding absent when it is to be detected
 * @param separator between the cells of a line; absent when it is to be detected
 * @param maxColumns the most cells of a line
 * @param maxCellChars the most characters of a cell
 * @param maxLineChars the most characters of all cells of a line, which bounds what is held in memory
 */
public record CsvFormat(
        @Nullable Charset encoding, @Nullable Character separator, int maxColumns, int maxCellChars, int maxLineChars) {
    /** All is detected; at most 1,000 cells a line, and 1 Mi characters a cell and 4 Mi a line. */
    public static final CsvFormat DETECTED = new CsvFormat(null, null, 1_000, 1 << 20, 1 << 22);

    /** @throws InvalidInputException if a limit is not positive, or the separator could not be told from a text */
    public CsvFormat {
        if (maxColumns < 1 || maxCellChars < 1 || maxLineChars < 1) {
            throw new InvalidInputException("limit", "1 or more", "less");
        }
        if (separator != null) {
            requireSeparator(separator);
        }
    }

    /** @throws InvalidInputException if it could not be told from a text */
    static void requireSeparator(char separator) {
        if (separator == '"' || separator == '\r' || separator == '\n') {
            throw new InvalidInputException(
                    "separator", "a comma, semicolon, tab or the like", "a quote or line break");
        }
    }

    public CsvFormat withEncoding(Charset declared) {
        return new CsvFormat(declared, separator, maxColumns, maxCellChars, maxLineChars);
    }

    public CsvFormat withSeparator(char declared) {
        return new CsvFormat(encoding, declared, maxColumns, maxCellChars, maxLineChars);
    }

    public CsvFormat withLimits(int columns, int cellChars, int lineChars) {
        return new CsvFormat(encoding, separator, columns, cellChars, lineChars);
    }
}
