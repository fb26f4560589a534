package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one input in all rows: a number, a text by its code, or both. Filled once, then only read. */
final class Column {
    static final int MISSING = -1;
    /** A text after so many others that only an identifier has that many. */
    static final int OVERFLOW = -2;

    private static final int MAX_TEXTS = 10_000;

    /** Texts of numbers are needed only in a column that turns out to hold mostly others. */
    private static final int MAX_NUMBERS = 1_000;

    private final String input;
    private final int place;
    private double[] numbers = new double[256];
    private int[] codes = new int[256];
    private final Map<String, Integer> codeByText = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** @param place of its value in a row */
    Column(String input, int place) {
        this.input = input;
        this.place = place;
    }

    void set(int row, double number, @Nullable String text) {
        if (row >= numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
            codes = Arrays.copyOf(codes, codes.length * 2);
        }
        numbers[row] = Double.isFinite(number) ? number + 0.0 : Double.NaN; // one zero only
        codes[row] = text == null || text.isBlank() ? MISSING : code(text, Double.isFinite(number));
    }

    private int code(String text, boolean number) {
        Integer known = codeByText.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() >= (number ? MAX_NUMBERS : MAX_TEXTS)) {
            return OVERFLOW;
        }
        codeByText.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }

    String input() {
        return input;
    }

    /** What people call it. */
    String label() {
        String prefix = "column.";
        return input.startsWith(prefix) ? input.substring(prefix.length()) : input;
    }

    int place() {
        return place;
    }

    /** NaN when it is missing or no number. */
    double number(int row) {
        return numbers[row];
    }

    /** {@link #MISSING}, {@link #OVERFLOW} or the text's place in {@link #texts()}. */
    int code(int row) {
        return codes[row];
    }

    boolean isMissing(int row) {
        return Double.isNaN(numbers[row]) && codes[row] == MISSING;
    }

    List<String> texts() {
        return texts;
    }
}
