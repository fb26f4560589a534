package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.InputKind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sees from its values what a column holds: numbers, texts of a kind, or nothing that could be learned from. */
final class ColumnReading {
    private static final Set<String> NO_VALUE = Set.of(
            "na",
            "n/a",
            "#n/a",
            "nan",
            "null",
            "none",
            "nil",
            "-",
            "--",
            "?",
            ".",
            "unknown",
            "inf",
            "-inf",
            "infinity",
            "-infinity");
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}([ T].*)?|\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4}|\\d{2})([ T].*)?");
    private static final Pattern ID_NAME = Pattern.compile("(?i:(.*[^a-z])?(id|uuid|guid))|.*[a-z]I[dD]");
    private static final double MOSTLY = 0.95;
    private static final int FEW_WORDS = 3;
    private static final int MANY = 30;

    private final Column column;
    private final InputKind kind;
    private final int rows;
    private int given;
    private int numbers;
    private int dates;
    private int overflows;
    private boolean whole = true;
    private final int distinctNumbers;
    private final BitSet distinctTexts = new BitSet();
    private final Set<String> words = new HashSet<>();
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private int rises;

    ColumnReading(Column column, int rows) {
        this.column = column;
        this.kind = InputKind.of(column.input()).orElse(InputKind.OPEN);
        this.rows = rows;
        double before = Double.NEGATIVE_INFINITY;
        var sorted = new double[rows];
        for (int row = 0; row < rows; row++) {
            if (column.isMissing(row)) {
                continue;
            }
            given++;
            double number = column.number(row);
            if (!Double.isNaN(number)) {
                sorted[numbers++] = number;
                whole &= number == Math.rint(number);
                least = Math.min(least, number);
                most = Math.max(most, number);
                rises += number > before ? 1 : 0;
                before = number;
            }
            text(column.code(row), Double.isNaN(number));
        }
        distinctNumbers =
                (int) Arrays.stream(sorted, 0, numbers).sorted().distinct().count();
    }

    private void text(int code, boolean noNumber) {
        if (code == Column.OVERFLOW) {
            overflows++;
        } else if (code >= 0) {
            String text = column.texts().get(code);
            distinctTexts.set(code);
            dates += noNumber && DATE.matcher(text).matches() ? 1 : 0;
            if (noNumber && words.size() <= FEW_WORDS && !NO_VALUE.contains(text.toLowerCase(Locale.ROOT))) {
                words.add(text);
            }
        }
    }

    /** Whether it is one of numbers, as what a lead calls so always is or never. */
    boolean isNumber() {
        if (kind != InputKind.OPEN) {
            return kind == InputKind.NUMBER;
        }
        return numbers > 0 && (numbers >= MOSTLY * given || numbers >= given / 2.0 && words.size() <= FEW_WORDS);
    }

    /** How many values are given that are no numbers, in a column of numbers. */
    int strangers() {
        return isNumber() ? given - numbers : 0;
    }

    /** Why nothing can be learned from it; null when something can. */
    @Nullable
    LeftOut reject() {
        if (given == 0) {
            return leftOut("empty", "no row has a value");
        }
        if (kind == InputKind.NUMBER && numbers == 0) {
            return leftOut("other-kind", "a lead has a number there, and no row has");
        }
        if (kind == InputKind.FLAG && !isFlag()) {
            return leftOut("other-kind", "a lead has \"yes\" or nothing there, and some rows have something else");
        }
        int distinct = isNumber() ? distinctNumbers : distinctTexts.cardinality();
        boolean alike = isNumber() ? numbers == rows : given == rows;
        if (distinct == 1 && alike && overflows == 0) {
            return leftOut("constant", "all rows have the same value");
        }
        return isNumber() ? rejectNumbers(distinct) : rejectTexts(distinct);
    }

    private boolean isFlag() {
        return overflows == 0
                && distinctTexts.stream()
                        .allMatch(code -> column.texts().get(code).equals("yes"));
    }

    private @Nullable LeftOut rejectNumbers(int distinct) {
        boolean unique = whole && distinct >= MANY && distinct >= 0.98 * numbers;
        boolean dense = most - least < 4.0 * numbers;
        boolean counted = rises >= 0.99 * numbers;
        boolean named = ID_NAME.matcher(column.label()).matches();
        return unique && (dense || counted || named)
                ? leftOut(
                        "identifier",
                        "%d different whole numbers in %d rows count or name the rows".formatted(distinct, numbers))
                : null;
    }

    private @Nullable LeftOut rejectTexts(int distinct) {
        if (dates >= MOSTLY * (given - overflows)) {
            return leftOut(
                    "date",
                    "a date says when, not who; give what of it may matter, such as the month or an age,"
                            + " as a column of its own");
        }
        boolean unique = distinct >= MANY && distinct + overflows >= 0.5 * given;
        return (unique || overflows > 0.2 * given) && !isOftenMissing()
                ? leftOut(
                        "identifier",
                        "%s%d different texts in %d rows name the rows rather than describe them"
                                .formatted(overflows > 0 ? "more than " : "", distinct, given))
                : null;
    }

    /** Whether a name, such as that of a company, is often given and often not: that says something, whichever it is. */
    boolean isOftenMissing() {
        return Math.min(given, rows - given) >= Math.max(MANY, rows / 20);
    }

    private LeftOut leftOut(String code, String reason) {
        return new LeftOut(column.input(), code, reason);
    }
}
