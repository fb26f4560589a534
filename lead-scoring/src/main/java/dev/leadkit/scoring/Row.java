package dev.leadkit.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row of a table, by the place of their column in the headers that were given to {@link
 * Scorecard#forColumns}. Asked for one value at a time, so that a table need not make anything for a row.
 */
public interface Row {
    /** The value as a number; NaN when it is missing or no number. */
    double number(int column);

    /** The value as a text; null when it is missing. */
    @Nullable
    String text(int column);

    /**
     * A row of texts, as a CSV file has it. A blank text is a missing value, and so is one that the row is too short to
     * have.
     */
    static Row of(List<String> cells) {
        return new TextRow(cells);
    }

    /**
     * What a text is as a number: decimal digits with a sign, a point and an exponent, such as {@code -12.5e3}, blanks
     * around it left out. NaN for anything else, a finite number that is too large included.
     */
    static double number(String text) {
        return TextRow.number(text);
    }
}
