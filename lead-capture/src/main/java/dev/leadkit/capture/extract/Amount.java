package dev.leadkit.capture.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number with what belongs to it: a sign or a word for a currency, "k", "thousand", "million".
 *
 * @param start where it begins, a currency sign before it included
 * @param end where it ends, the word for its size or currency included
 * @param value never negative
 * @param currency ISO 4217 code, null where none stands beside it
 */
record Amount(
        int start, int end, BigDecimal value, @Nullable String currency) {
    private static final int MAX_CHARS = 24;
    private static final int MAX_WORD = 10;

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("₹", "INR"),
            Map.entry("₩", "KRW"),
            Map.entry("₺", "TRY"),
            Map.entry("₦", "NGN"),
            Map.entry("₱", "PHP"),
            Map.entry("r$", "BRL"),
            Map.entry("us$", "USD"),
            Map.entry("a$", "AUD"),
            Map.entry("au$", "AUD"),
            Map.entry("c$", "CAD"),
            Map.entry("ca$", "CAD"),
            Map.entry("s$", "SGD"),
            Map.entry("nz$", "NZD"),
            Map.entry("hk$", "HKD"),
            Map.entry("rs.", "INR"),
            Map.entry("reais", "BRL"),
            Map.entry("dirhams", "AED"),
            Map.entry("zloty", "PLN"),
            Map.entry("dólares", "USD"),
            Map.entry("dollari", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("bucks", "USD"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("gbp", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("quid", "GBP"),
            Map.entry("inr", "INR"),
            Map.entry("rupees", "INR"),
            Map.entry("rs", "INR"),
            Map.entry("chf", "CHF"),
            Map.entry("francs", "CHF"),
            Map.entry("franken", "CHF"),
            Map.entry("jpy", "JPY"),
            Map.entry("yen", "JPY"),
            Map.entry("cad", "CAD"),
            Map.entry("aud", "AUD"),
            Map.entry("sek", "SEK"),
            Map.entry("nok", "NOK"),
            Map.entry("dkk", "DKK"),
            Map.entry("pln", "PLN"),
            Map.entry("złoty", "PLN"),
            Map.entry("zł", "PLN"),
            Map.entry("czk", "CZK"),
            Map.entry("brl", "BRL"),
            Map.entry("mxn", "MXN"),
            Map.entry("aed", "AED"),
            Map.entry("sgd", "SGD"),
            Map.entry("nzd", "NZD"),
            Map.entry("zar", "ZAR"),
            Map.entry("cny", "CNY"),
            Map.entry("try", "TRY"),
            Map.entry("lira", "TRY"));
    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("thousand", 3),
            Map.entry("grand", 3),
            Map.entry("tsd", 3),
            Map.entry("tausend", 3),
            Map.entry("duizend", 3),
            Map.entry("mille", 3),
            Map.entry("mila", 3),
            Map.entry("mil", 3),
            Map.entry("tys", 3),
            Map.entry("hundred", 2),
            Map.entry("lakh", 5),
            Map.entry("lakhs", 5),
            Map.entry("lac", 5),
            Map.entry("lacs", 5),
            Map.entry("m", 6),
            Map.entry("mn", 6),
            Map.entry("mio", 6),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("crore", 7),
            Map.entry("crores", 7),
            Map.entry("cr", 7));
    private static final List<String> RANGE_LINKS = List.of(
            " and ", " to ", " or ", "-", " - ", "–", " – ", " und ", " bis ", " et ", " à ", " y ", " a ", " e ",
            " en ", " tot ");
    private static final Set<String> RANGE_MARKS =
            RANGE_LINKS.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());

    /** The amount whose first digit stands at {@code first}. */
    static Amount at(String text, int first) {
        int end = first;
        while (end < text.length() && end - first < MAX_CHARS && (isDigit(text, end) || isInside(text, end))) {
            end++;
        }
        end = endOfSpacedGroups(text, first, end);
        int numberEnd = end;
        while (end < text.length() && isDigit(text, end)) {
            end++; // longer than any amount: taken whole, so that the rest is not read again
        }
        if (end > numberEnd) {
            return new Amount(first, end, BigDecimal.ZERO, null);
        }
        BigDecimal value = parse(text.substring(first, end));
        String word = wordAt(text, end);
        Integer size = SIZES.get(folded(word));
        if (size != null) {
            value = value.movePointRight(size);
            end += word.length();
            if (end < text.length() && text.charAt(end) == '.' && (size == 3 || size == 6) && word.length() > 2) {
                word = wordAt(text, end + 1); // "12 Tsd. Euro"
                end += currency(folded(word)) == null ? 0 : 1;
            } else {
                word = wordAt(text, end);
            }
        } else if (rangeSize(text, end) > 0) {
            value = value.movePointRight(rangeSize(text, end));
        }
        String currency = currency(folded(word));
        if (currency != null) {
            return new Amount(first, end + word.length(), value, currency);
        }
        return withCurrencyBefore(text, first, end, value);
    }

    /** "20 000", "1 250 000 €": blanks group thousands where what comes of it is round, or money by its sign. */
    private static int endOfSpacedGroups(String text, int first, int end) {
        if (end - first > 3 || text.charAt(first) == '0') {
            return end;
        }
        int at = end;
        boolean round = false;
        while (at + 3 < text.length() && isThinBlank(text.charAt(at)) && isThreeDigits(text, at + 1)) {
            round = text.charAt(at + 2) == '0' && text.charAt(at + 3) == '0';
            at += 4;
        }
        boolean money = at > end && currency(folded(wordAt(text, at))) != null;
        return round || money ? at : end;
    }

    private static boolean isThinBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f';
    }

    private static boolean isThreeDigits(String text, int at) {
        return isDigit(text, at) && isDigit(text, at + 1) && isDigit(text, at + 2) && !isDigit(text, at + 3);
    }

    /** The ISO 4217 code that a word in lower case stands for, null if it is none. */
    static @Nullable String currency(String folded) {
        return CURRENCIES.get(folded);
    }

    private static Amount withCurrencyBefore(String text, int first, int end, BigDecimal value) {
        int before = first;
        if (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        int start = before;
        while (start > 0 && before - start < 4 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        String currency = CURRENCIES.get(text.substring(start, before).toLowerCase(Locale.ROOT));
        if (currency == null && before > 0) {
            start = before - 1;
            char sign = text.charAt(start);
            currency = Character.isLetter(sign) ? null : CURRENCIES.get(String.valueOf(sign));
        }
        return currency == null ? new Amount(first, end, value, null) : new Amount(start, end, value, currency);
    }

    /** Whether only what links the two ends of a range stands between two places. */
    static boolean isRangeLink(String text, int lowEnd, int highStart) {
        if (highStart < lowEnd) {
            return false; // both took the one currency sign between them, as in "500 $600"
        }
        String link = folded(text.substring(lowEnd, highStart));
        return RANGE_MARKS.contains(link) || link.equals("until");
    }

    /** Of "2 and 3 thousand" both are thousands. */
    private static int rangeSize(String text, int end) {
        int at = end;
        for (String link : RANGE_LINKS) {
            if (text.startsWith(link, at)) {
                at += link.length();
                int digits = at;
                while (at < text.length() && at - digits < 3 && isDigit(text, at)) {
                    at++;
                }
                Integer size = at > digits ? SIZES.get(folded(wordAt(text, at))) : null;
                return size == null ? 0 : size;
            }
        }
        return 0;
    }

    /** Not part of a code, a time, an ordinal or a longer number. */
    boolean isMoneyLike(String text) {
        boolean leadingZero = end - start > 1 && text.charAt(start) == '0' && DigitRun.isDigit(text.charAt(start + 1));
        if (leadingZero) {
            return false;
        }
        if (start > 0) {
            char before = text.charAt(start - 1);
            if (Character.isLetterOrDigit(before) || before == '#' || before == ':' || before == '/' || before == '_') {
                return false;
            }
        }
        if (end >= text.length()) {
            return value.precision() - value.scale() <= 9;
        }
        char after = text.charAt(end);
        boolean glued = Character.isLetter(after) && !text.startsWith("ish", end)
                || after == ':'
                || after == '%'
                || after == '_'
                || after == '@';
        return !glued && value.precision() - value.scale() <= 9;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && DigitRun.isDigit(text.charAt(at));
    }

    private static boolean isInside(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == ',' || c == '\'' || c == '’') && isDigit(text, at + 1) && isDigit(text, at - 1);
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).strip();
    }

    private static String wordAt(String text, int from) {
        int at = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        int end = at;
        if (end < text.length() && CURRENCIES.containsKey(String.valueOf(text.charAt(end)))) {
            return text.substring(from, end + 1);
        }
        while (end < text.length() && end - at < MAX_WORD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end < text.length() && Character.isLetter(text.charAt(end)) ? "" : text.substring(from, end);
    }

    /** A mark followed by exactly three digits groups thousands; the last other one is the decimal mark. */
    private static BigDecimal parse(String number) {
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
