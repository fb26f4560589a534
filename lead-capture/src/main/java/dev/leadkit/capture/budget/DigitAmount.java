package dev.leadkit.capture.budget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an amount in digits: "1,200.50 EUR", "$800", "12 Tsd. Euro", "4 lakh", "1.2 mil", "20 000 €". */
final class DigitAmount {
    private static final int MAX_CHARS = 24;
    private static final int MAX_WORD = 10;

    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("thousand", 3),
            Map.entry("thou", 3),
            Map.entry("grand", 3),
            Map.entry("tsd", 3),
            Map.entry("tausend", 3),
            Map.entry("duizend", 3),
            Map.entry("mille", 3),
            Map.entry("mila", 3),
            Map.entry("mil", 3),
            Map.entry("tys", 3),
            Map.entry("tysięcy", 3),
            Map.entry("tysiące", 3),
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
            Map.entry("millones", 6),
            Map.entry("milhões", 6),
            Map.entry("millionen", 6),
            Map.entry("crore", 7),
            Map.entry("crores", 7),
            Map.entry("cr", 7));

    /** Sizes that may be shortened by a full stop. */
    private static final Set<String> SHORTENED = Set.of("tsd", "mio", "mil", "tys");

    /** The zeros of an English "mil"; a Spanish or Portuguese one is a thousand. */
    private static final int MIL_AS_MILLION = 6;

    private static final List<String> RANGE_LINKS = List.of(
            "-", "–", " - ", " – ", " to ", " or ", " bis ", " à ", " a ", " tot ", " and ", " und ", " et ", " y ",
            " e ", " en ");

    private final String text;
    private final int first;
    private int end;
    private BigDecimal value = BigDecimal.ZERO;
    private boolean sized;

    /** Whether a mark for no cents follows, which only money has. */
    private boolean priced;

    private DigitAmount(String text, int first) {
        this.text = text;
        this.first = first;
        this.end = first;
    }

    /** The amount whose first digit stands at {@code first}. */
    static Amount at(String text, int first) {
        return new DigitAmount(text, first).read();
    }

    private Amount read() {
        while (end < text.length() && end - first < MAX_CHARS && (isDigit(end) || isInside(end))) {
            end++;
        }
        end = endOfSpacedGroups();
        int numberEnd = end;
        while (isDigit(end)) {
            end++; // longer than any amount: taken whole, so that the rest is not read again
        }
        if (end > numberEnd) {
            return new Amount(first, end, BigDecimal.ZERO, null, Amount.Sign.NONE, false);
        }
        value = parse(text.substring(first, end));
        if (text.startsWith(",-", end) || text.startsWith(".-", end) || text.startsWith(".–", end)) {
            end += 2; // "1.200,- EUR"
            priced = true;
        }
        readSize();
        String word = wordAt(end);
        String currency = currencyOf(word);
        if (currency != null || Currencies.isShared(folded(word))) {
            return amount(first, end + word.length(), currency, Amount.Sign.MONEY);
        }
        String counted = wordAt(end + word.length());
        String country = Currencies.ofPair(folded(word), folded(counted));
        if (country != null) {
            return amount(first, end + word.length() + counted.length(), country, Amount.Sign.MONEY);
        }
        return withCurrencyBefore();
    }

    private Amount amount(int from, int to, @Nullable String currency, Amount.Sign sign) {
        return new Amount(from, to, value, currency, sign, false);
    }

    private void readSize() {
        String word = wordAt(end);
        String folded = folded(word);
        Integer size = SIZES.get(folded);
        if (size == null) {
            size = sizeOfUpperEnd();
            if (size != null) {
                value = value.movePointRight(size);
            }
            return;
        }
        int after = end + word.length();
        boolean dot = after < text.length() && text.charAt(after) == '.' && SHORTENED.contains(folded);
        if (dot && currencyOf(wordAt(after + 1)) != null) {
            after++; // "12 Tsd. Euro"
        }
        value = value.movePointRight(folded.equals("mil") && isEnglishMil(after) ? MIL_AS_MILLION : size);
        end = after;
        sized = size > 2;
    }

    /** "1.2 mil", "$2 mil", "2 mil dollars"; not "20 mil euros", "20 mil". */
    private boolean isEnglishMil(int after) {
        String word = folded(wordAt(after));
        boolean english = word.equals("dollars") || word.equals("pounds") || word.equals("bucks");
        boolean sign = first > 0 && Currencies.isSign(text.charAt(first - 1)) && !text.startsWith("R$", first - 2);
        return english || value.scale() > 0 || sign && currencyOf(word) == null && !Currencies.isShared(word);
    }

    /** "20 000", "1 250 000 €": blanks group thousands where what comes of it is round, or money by its sign. */
    private int endOfSpacedGroups() {
        if (end - first > 3 || text.charAt(first) == '0') {
            return end;
        }
        int at = end;
        boolean round = false;
        while (at + 3 < text.length() && isThinBlank(text.charAt(at)) && isThreeDigits(at + 1)) {
            round = text.charAt(at + 2) == '0' && text.charAt(at + 3) == '0';
            at += 4;
        }
        return round || at > end && currencyOf(wordAt(at)) != null ? at : end;
    }

    private static boolean isThinBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f';
    }

    private boolean isThreeDigits(int at) {
        return isDigit(at) && isDigit(at + 1) && isDigit(at + 2) && !isDigit(at + 3);
    }

    private Amount withCurrencyBefore() {
        Amount.Sign sign = priced ? Amount.Sign.MONEY : sized ? Amount.Sign.SIZE : Amount.Sign.NONE;
        int before = first;
        if (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        int start = before;
        while (start > 0 && before - start < 4 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, before);
        String currency = word.equals("R") ? "ZAR" : currencyOf(word);
        if (currency == null && before > 0) {
            char c = text.charAt(before - 1);
            currency = Currencies.isSign(c) ? Currencies.code(String.valueOf(c)) : null;
            start = currency == null ? start : before - 1;
        }
        return currency != null || Currencies.isShared(folded(word))
                ? amount(start, end, currency, Amount.Sign.MONEY)
                : amount(first, end, null, sign);
    }

    /** Of "2 and 3 thousand" both are thousands. */
    private @Nullable Integer sizeOfUpperEnd() {
        int at = end;
        for (String link : RANGE_LINKS) {
            if (text.startsWith(link, at)) {
                at += link.length();
                int digits = at;
                while (at - digits < 3 && isDigit(at)) {
                    at++;
                }
                boolean higher = at > digits && value.compareTo(parse(text.substring(digits, at))) < 0;
                return higher ? SIZES.get(folded(wordAt(at))) : null;
            }
        }
        return null;
    }

    private boolean isDigit(int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    private boolean isInside(int at) {
        char c = text.charAt(at);
        return (c == '.' || c == ',' || c == '\'' || c == '’') && isDigit(at + 1) && isDigit(at - 1);
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).strip();
    }

    private static @Nullable String currencyOf(String word) {
        String folded = folded(word);
        boolean lower = Currencies.isWordToo(folded) && Character.isLowerCase(word.charAt(word.length() - 1));
        return lower ? null : Currencies.code(folded);
    }

    /** The word or currency sign at a place or behind one blank, the blank included; empty if there is none. */
    private String wordAt(int from) {
        int at = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        int to = at;
        if (to < text.length() && Currencies.isSign(text.charAt(to))) {
            return text.substring(from, to + 1);
        }
        while (to < text.length() && to - at < MAX_WORD && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return to < text.length() && Character.isLetter(text.charAt(to)) ? "" : text.substring(from, to);
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
