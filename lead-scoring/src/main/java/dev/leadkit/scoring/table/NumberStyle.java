package dev.leadkit.scoring.table;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a table writes numbers. What is written so is read as a number; all other texts stay as they are. */
public enum NumberStyle {
    /** 1200.50 */
    PLAIN,
    /** 1,200.50 */
    DECIMAL_POINT,
    /** 1.200,50; so 1.200 is more than a thousand. */
    DECIMAL_COMMA;

    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern GROUPED_COMMA = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?");

    /** As users write it: {@code plain}, {@code decimal-point}, {@code decimal-comma}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A cell as {@link dev.leadkit.scoring.Row#number} reads it, if it is a number in this style. */
    String plain(String cell) {
        return switch (this) {
            case PLAIN -> cell;
            case DECIMAL_POINT -> GROUPED.matcher(cell).matches() ? cell.replace(",", "") : cell;
            case DECIMAL_COMMA ->
                COMMA.matcher(cell).matches() || GROUPED_COMMA.matcher(cell).matches()
                        ? cell.replace(".", "").replace(',', '.')
                        : cell;
        };
    }

    /** Sees from cells how numbers are written. Not safe to share. */
    static final class Detection {
        private int commas;
        private int groups;

        void see(String cell) {
            if (cell.indexOf(',') < 0) {
                return;
            }
            if (GROUPED.matcher(cell).matches()) {
                groups++; // 1,200 alone may be either; one 0,5 or 12,50 tells that it is not this
            } else if (COMMA.matcher(cell).matches()
                    || GROUPED_COMMA.matcher(cell).matches()) {
                commas++;
            }
        }

        NumberStyle style() {
            if (commas > 0) {
                return DECIMAL_COMMA;
            }
            return groups > 0 ? DECIMAL_POINT : PLAIN;
        }
    }
}
