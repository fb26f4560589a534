package dev.leadkit.capture.summary;

import java.util.HashSet;
import java.util.Set;

/**
 * The numbers of a text as a whole, such as "4,000", "12.05.2026" and "9:30", the signs that say what they are of, and both
 * together: "5% of 100" has no "100%". Of "$4,000", "$ 4,000" and "4,000 $" the figure is the same.
 */
final class Figures {
    private Figures() {}

    static Set<String> in(String text) {
        Set<String> figures = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            if (isSign(text, i)) {
                figures.add(text.substring(i, i + 1));
            } else if (Character.isDigit(text.charAt(i))) {
                int end = end(text, i);
                String number = text.substring(i, end);
                figures.add(number);
                addSigned(figures, number, text, signBefore(text, i));
                addSigned(figures, number, text, signBehind(text, end));
                i = end - 1;
            }
        }
        return figures;
    }

    private static void addSigned(Set<String> figures, String number, String text, int sign) {
        if (isSign(text, sign)) {
            figures.add(text.charAt(sign) + number);
        }
    }

    /** Where it would stand; a percent sign stands behind its number only. */
    private static int signBefore(String text, int number) {
        int at = isBlank(text, number - 1) ? number - 2 : number - 1;
        return at >= 0 && text.charAt(at) != '%' ? at : -1;
    }

    /** Where it would stand; in "20 £5 notes" it is the next number's. */
    private static int signBehind(String text, int number) {
        int at = isBlank(text, number) ? number + 1 : number;
        return isDigit(text, at + 1) ? -1 : at;
    }

    private static int end(String text, int start) {
        int end = start + 1;
        while (isDigit(text, end) || isDigit(text, end + 1) && ".,:/'’".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isSign(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == '%' || ContactLook.isMoney(text.charAt(at)));
    }

    private static boolean isBlank(String text, int at) {
        return at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at));
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }
}
