package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.UnspacedScript;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads an amount in digits: "1,200.50 EUR", "$800", "12 Tsd. Euro", "4 lakh", "1.2 mil", "20 000 €", "2 millions d'euros". */
final class DigitAmount {
    private static final int MAX_CHARS = 24;
    private static final int MAX_WORD = 10;

    /** Four groups of three digits with the blanks before them. */
    private static final int LONGEST_GROUPS = 16;

    /** "1.25" of "1 to 1.25 million". */
    private static final int LONGEST_UPPER = 4;

    /** The zeros of an English "mil"; a Spanish or Portuguese one is a thousand. */
    private static final int MIL_AS_MILLION = 6;

    /** They stand between a size and its currency: "2 millones de pesos". */
    private static final List<String> OF = List.of(" de ", " di ", " d'", " d’");

    private static final List<String> RANGE_LINKS = List.of(
            "-", "–", " - ", " – ", " to ", " or ", " bis ", " à ", " a ", " tot ", " and ", " und ", " et ", " y ",
            " e ", " en ");

    private final String text;
    private final Lakhs lakhs;
    private final int first;
    private int end;
    private BigDecimal value = BigDecimal.ZERO;
    private boolean sized;

    /** Whether a mark for no cents follows, which only money has. */
    private boolean priced;

    private DigitAmount(String text, int first, Lakhs lakhs) {
        this.text = text;
        this.lakhs = lakhs;
        this.first = first;
        this.end = first;
    }

    /** The amount whose first digit stands at {@code first}. */
    static Amount at(String text, int first, Lakhs lakhs) {
        return new DigitAmount(text, first, lakhs).read();
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
        Integer size = size(folded, end + word.length());
        if (size == null) {
            size = sizeOfUpperEnd();
            if (size != null) {
                value = value.movePointRight(size);
            }
            return;
        }
        int after = end + word.length();
        boolean dot = after < text.length() && text.charAt(after) == '.' && Sizes.isShortened(folded);
        if (dot && currencyOf(wordAt(after + 1)) != null) {
            after++; // "12 Tsd. Euro"
        }
        value = value.movePointRight(folded.equals("mil") && isEnglishMil(after) ? MIL_AS_MILLION : size);
        end = after;
        sized = size > 2 && !word.endsWith("m"); // or metres
        end = endOfLink();
    }

    /** Behind "de" where a currency follows it. */
    private int endOfLink() {
        for (String of : OF) {
            if (sized && text.startsWith(of, end)) {
                int behind = end + of.length();
                String word = wordAt(behind);
                boolean money = currencyOf(word) != null || Currencies.isShared(folded(word));
                return money && !word.startsWith(" ") ? behind : end;
            }
        }
        return end;
    }

    private @Nullable Integer size(String folded, int end) {
        if (folded.equals("bin")) {
            boolean last = end == text.length() || Words.isSentenceEnd(text.charAt(end));
            return currencyOf(wordAt(end)) == null && !last ? null : Integer.valueOf(3); // of Turkish: "50 bin TL"
        }
        return folded.equals("l") && lakhs.areMeant(end) ? Integer.valueOf(Lakhs.ZEROS) : Sizes.zeros(folded);
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
        while (at - end < LONGEST_GROUPS
                && at + 3 < text.length()
                && isThinBlank(text.charAt(at))
                && isThreeDigits(at + 1)) {
            round = text.charAt(at + 2) == '0' && text.charAt(at + 3) == '0';
            at += 4;
        }
        return round || at > end && currencyOf(wordAt(at)) != null ? at : end;
    }

    private static boolean isThinBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }

    private boolean isThreeDigits(int at) {
        return isDigit(at) && isDigit(at + 1) && isDigit(at + 2) && !isDigit(at + 3);
    }

    private Amount withCurrencyBefore() {
        Amount.Sign sign = priced ? Amount.Sign.MONEY : sized ? Amount.Sign.SIZE : Amount.Sign.NONE;
        int before = first;
        if (before > 0 && isThinBlank(text.charAt(before - 1))) {
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
                while (at - digits < LONGEST_UPPER
                        && (isDigit(at) || at > digits && at < text.length() && isInside(at))) {
                    at++;
                }
                boolean higher = at > digits && value.compareTo(parse(text.substring(digits, at))) < 0;
                String word = wordAt(at);
                return higher ? size(folded(word), at + word.length()) : null;
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
        String lower = word.toLowerCase(Locale.ROOT);
        return !lower.isEmpty() && isThinBlank(lower.charAt(0)) ? lower.substring(1) : lower;
    }

    private static @Nullable String currencyOf(String word) {
        String folded = folded(word);
        boolean lower = Currencies.isWordToo(folded) && Character.isLowerCase(word.charAt(word.length() - 1));
        return lower ? null : Currencies.code(folded);
    }

    /** The word or currency sign at a place or behind one blank, the blank included; empty if there is none. */
    private String wordAt(int from) {
        int at = from < text.length() && isThinBlank(text.charAt(from)) ? from + 1 : from;
        int to = at;
        if (to < text.length() && Currencies.isSign(text.charAt(to))) {
            return text.substring(from, to + 1);
        }
        if (to < text.length() && UnspacedScript.has(text.charAt(to))) {
            return text.substring(from, UnspacedBudget.endOfUnit(text, at));
        }
        while (to < text.length() && to - at < MAX_WORD && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return to < text.length() && isGlued(text.charAt(to)) ? "" : text.substring(from, to);
    }

    /** "120m2", "120m²". */
    private static boolean isGlued(char behind) {
        return Character.isLetterOrDigit(behind) || behind == '²' || behind == '³';
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
