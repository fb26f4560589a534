package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.UnspacedScript;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A text as whoever reads an amount in digits sees it: the digits and the words at a place. */
final class AmountText {
    private static final int MAX_WORD = 14;

    private static final char ARABIC_POINT = '\u066b';
    private static final String MARKS = ".,'’\u066c" + ARABIC_POINT;

    private final String text;

    AmountText(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The character at a place, a blank outside of the text. */
    char at(int place) {
        return place >= 0 && place < text.length() ? text.charAt(place) : ' ';
    }

    boolean isDigit(int at) {
        return Character.isDigit(at(at));
    }

    /** Whether a mark between two digits of one number stands there. */
    boolean isInside(int at) {
        return MARKS.indexOf(at(at)) >= 0 && isDigit(at + 1) && isDigit(at - 1);
    }

    static boolean isThinBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }

    /** The word or currency sign at a place or behind one blank, the blank included; empty if there is none. */
    String wordAt(int from) {
        int at = isBlank(from) ? from + 1 : from;
        int to = at;
        if (to < text.length() && Currencies.isSign(text.charAt(to))) {
            return text.substring(from, to + 1);
        }
        if (to < text.length() && UnspacedScript.has(text.charAt(to))) {
            return text.substring(from, UnspacedBudget.endOfCurrency(text, at));
        }
        while (to < text.length() && to - at < MAX_WORD && isWordPart(text.charAt(to))) {
            to++;
        }
        return to < text.length() && isGlued(text.charAt(to)) ? "" : text.substring(from, to);
    }

    boolean isBlank(int at) {
        return at >= 0 && at < text.length() && isThinBlank(text.charAt(at));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** "120m2", "120m²". */
    private static boolean isGlued(char behind) {
        return Character.isLetterOrDigit(behind) || behind == '²' || behind == '³';
    }

    /** A word as {@link #wordAt} has it, in lower case and without its blank. */
    static String folded(String word) {
        return Words.fold(!word.isEmpty() && isThinBlank(word.charAt(0)) ? word.substring(1) : word);
    }

    /** The code of the currency that such a word names, null if it names none. */
    static @Nullable String currencyOf(String word) {
        String folded = folded(word);
        boolean lower = Currencies.isWordToo(folded) && Character.isLowerCase(word.charAt(word.length() - 1));
        return lower ? null : Currencies.code(folded);
    }

    /** Whether such a word names a currency, be it of one country or of several. */
    static boolean isMoney(String word) {
        return currencyOf(word) != null || Currencies.isShared(folded(word));
    }

    /** The number that stands there. A mark followed by exactly three digits groups thousands; the last other one is the decimal mark. */
    BigDecimal number(int from, int to) {
        String number = text.substring(from, to).replace(ARABIC_POINT, '.');
        StringBuilder plain = new StringBuilder(number.length());
        int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        boolean mixed = number.indexOf('.') >= 0 && number.indexOf(',') >= 0;
        int decimals = number.length() - last - 1;
        boolean repeated = last >= 0 && number.indexOf(number.charAt(last)) != last;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt(i), 10);
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if (i == last && !repeated && (mixed || decimals != 3)) {
                plain.append('.');
            }
        }
        return new BigDecimal(plain.toString());
    }
}
