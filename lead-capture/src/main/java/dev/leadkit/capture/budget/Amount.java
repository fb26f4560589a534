package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.UnspacedScript;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number with what belongs to it: a sign or a word for a currency, "k", "thousand", "million"; or a range of two.
 *
 * @param start where it starts, with the currency sign before it
 * @param end behind the word for its size or currency
 * @param value never negative; the upper end of a range
 * @param currency ISO 4217 code, null where none stands beside it
 * @param sign what tells that it is money
 * @param range whether it is one
 */
public record Amount(
        int start, int end, BigDecimal value, @Nullable String currency, Sign sign, boolean range) {
    private static final int MOST_DIGITS = 9;

    /** "Rp 1.500.000.000", "2 billion". */
    private static final int MOST_DIGITS_OF_MONEY = 12;

    /** They may be written right behind it. */
    private static final Set<String> RATES = Set.of("ish", "pp", "pcm", "pm", "pw", "ea", "max", "tops", "pppn");

    private static final int LONGEST_RATE = 5;

    /** Hebrew and Arabic prepositions that are written together with a number. */
    private static final String PREFIXES = "בלכמהוبلوك";

    private static final BigDecimal LAST_HOUR = BigDecimal.valueOf(12);

    /** Without a word for its size, a longer number that is not round is the number of something. */
    private static final BigDecimal MOST_BARE = BigDecimal.valueOf(100_000);

    /** What tells that a number is money. */
    public enum Sign {
        NONE,
        /** "k", "thousand", "lakh". */
        SIZE,
        /** "$", "euros", "pesos". */
        MONEY
    }

    boolean isMoney() {
        return sign == Sign.MONEY;
    }

    boolean isBare() {
        return sign == Sign.NONE;
    }

    /** One of this as the lower end and another as the upper end, null if nothing makes them a range. */
    @Nullable
    Amount upTo(Amount high, String text, boolean between) {
        if (high.value.compareTo(value) <= 0 || !isWhole(text) || !high.isWhole(text)) {
            return null;
        }
        if (!RangeLinks.join(text, end, high.start, between)) {
            return null; // also where both took the one currency sign between them, as in "500 $600"
        }
        boolean sure = sign.compareTo(high.sign) > 0;
        return new Amount(
                start,
                high.end,
                high.value,
                high.currency == null ? currency : high.currency,
                sure ? sign : high.sign,
                true);
    }

    /** The same money in a currency that is told elsewhere. */
    Amount in(String other) {
        return new Amount(start, end, value, other, Sign.MONEY, range);
    }

    /** Not part of a code, a time, a phone number, an ordinal or a longer number. */
    boolean isMoneyLike(String text) {
        return isWhole(text) && !(isBare() && (isOfLongerNumber(text) || isLong()));
    }

    private boolean isWhole(String text) {
        boolean leadingZero = text.charAt(start) == '0' && isDigit(text, start + 1);
        return !leadingZero
                && value.precision() - value.scale() <= (isBare() ? MOST_DIGITS : MOST_DIGITS_OF_MONEY)
                && !isGluedBefore(text)
                && !isGluedAfter(text);
    }

    private boolean isGluedBefore(String text) {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        return Character.isLetterOrDigit(before) && !UnspacedScript.has(before) && !isPrefix(text, start - 1)
                || before == '#'
                || before == ':'
                || before == '/'
                || before == '_';
    }

    /** "ב5000", "ل5000": a preposition of one letter. */
    private static boolean isPrefix(String text, int at) {
        return PREFIXES.indexOf(text.charAt(at)) >= 0 && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private boolean isGluedAfter(String text) {
        if (end >= text.length()) {
            return false;
        }
        char after = text.charAt(end);
        boolean letter = Character.isLetter(after) && !UnspacedScript.has(after) && !isRate(text, end);
        boolean time = after == ':' && (isBare() || isDigit(text, end + 1)); // not "100 euros: 30 of them"
        return letter || time || after == '%' || after == '_' || after == '@';
    }

    /** "£1000pcm", "150ish"; not "2pm". */
    private boolean isRate(String text, int from) {
        int to = from;
        while (to < text.length() && to - from < LONGEST_RATE && Character.isLetter(text.charAt(to))) {
            to++;
        }
        boolean whole = to == text.length() || !Character.isLetterOrDigit(text.charAt(to));
        String word = text.substring(from, to).toLowerCase(Locale.ROOT);
        return whole && RATES.contains(word) && !(word.equals("pm") && value.compareTo(LAST_HOUR) <= 0);
    }

    /** "496" of "0117 496 0723", "98855" of "(11) 98855-0234". */
    private boolean isOfLongerNumber(String text) {
        int before = start - 1;
        boolean area =
                before > 2 && text.charAt(before) == ' ' && text.charAt(before - 1) == ')' && isDigit(text, before - 2);
        return area || isJoined(text, before, -1) || isJoined(text, end, 1);
    }

    /** A hyphen joins any digits, a blank only such as are no number of their own. */
    private static boolean isJoined(String text, int at, int step) {
        if (!isDigit(text, at + step)) {
            return false;
        }
        char joint = text.charAt(at);
        return joint == '-'
                || joint == '.'
                || joint == ' ' && isDigit(text, at + 2 * step) && isDigit(text, at + 3 * step);
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    /** "5550199", not "5,550,000". */
    private boolean isLong() {
        boolean plain = value.precision() - value.scale() == end - start;
        return plain
                && end - start > 5
                && value.compareTo(MOST_BARE) > 0
                && value.remainder(BigDecimal.valueOf(1000)).signum() != 0;
    }
}
