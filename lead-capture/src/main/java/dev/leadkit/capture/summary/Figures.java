package dev.leadkit.capture.summary;

import java.util.HashSet;
import java.util.Set;

/** The numbers of a text as a whole, such as "4,000", "12.05.2026" and "9:30", and the signs that say what they are of. */
final class Figures {
    private static final String SIGNS = "$€£¥₹%";

    private Figures() {}

    static Set<String> in(String text) {
        Set<String> figures = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            if (SIGNS.indexOf(text.charAt(i)) >= 0) {
                figures.add(text.substring(i, i + 1));
            } else if (Character.isDigit(text.charAt(i))) {
                int end = end(text, i);
                figures.add(text.substring(i, end));
                i = end - 1;
            }
        }
        return figures;
    }

    private static int end(String text, int start) {
        int end = start + 1;
        while (isDigit(text, end) || isDigit(text, end + 1) && ".,:/'’".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }
}
