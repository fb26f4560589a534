package dev.leadkit.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Several values in one cell, with a semicolon between them; one within a value has a backslash before it. */
final class ListCell {
    private static final char SEPARATOR = ';';
    private static final char ESCAPE = '\\';

    private ListCell() {}

    static String join(Collection<String> values) {
        var cell = new StringBuilder();
        for (String value : values) {
            cell.append(cell.isEmpty() ? "" : "; ");
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                cell.append(c == SEPARATOR || c == ESCAPE ? ESCAPE + String.valueOf(c) : String.valueOf(c));
            }
        }
        return cell.toString();
    }

    /** Blank values are none. */
    static List<String> split(String cell) {
        List<String> values = new ArrayList<>();
        var value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == SEPARATOR) {
                add(values, value);
            } else {
                boolean escapes = c == ESCAPE && i + 1 < cell.length() && isSpecial(cell.charAt(i + 1));
                value.append(escapes ? cell.charAt(++i) : c);
            }
        }
        add(values, value);
        return values;
    }

    private static boolean isSpecial(char c) {
        return c == SEPARATOR || c == ESCAPE;
    }

    private static void add(List<String> values, StringBuilder value) {
        String text = value.toString().strip();
        if (!text.isEmpty()) {
            values.add(text);
        }
        value.setLength(0);
    }
}
