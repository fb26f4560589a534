package dev.leadkit.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of texts. */
record TextRow(List<String> cells) implements Row {
    private static final int MAX_DIGITS = 400; // beyond the longest double that is written out

    @Override
    public double number(int column) {
        String text = text(column);
        return text == null ? Double.NaN : number(text);
    }

    @Override
    public @Nullable String text(int column) {
        if (column >= cells.size()) {
            return null;
        }
        String text = cells.get(column);
        return text.isBlank() ? null : text;
    }

    static double number(String text) {
        if (text.length() > MAX_DIGITS || !isDecimal(text)) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Keeps out what only Java takes for a number, and most of what would need an exception to be told. */
    private static boolean isDecimal(String text) {
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c != '.' && c != '-' && c != '+' && c != ' ' && (c != 'e' && c != 'E' || !digits)) {
                return false;
            }
        }
        return digits;
    }
}
