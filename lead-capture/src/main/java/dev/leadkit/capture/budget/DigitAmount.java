package dev.leadkit.capture.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads an amount in digits: "1,200.50 EUR", "$800", "12 Tsd. Euro", "4 lakh", "1.2 mil", "20 000 €", "2 millions d'euros". */
final class DigitAmount {
    private static final int MAX_CHARS = 24;

    /** Four groups of three digits with the blanks before them. */
    private static final int LONGEST_GROUPS = 16;

    private final AmountText text;
    private final int first;
    private int end;
    private BigDecimal value = BigDecimal.ZERO;
    private boolean sized;

    /** Whether a mark for no cents follows, which only money has. */
    private boolean priced;

    private DigitAmount(String text, int first) {
        this.text = new AmountText(text);
        this.first = first;
        this.end = first;
    }

    /** The amount whose first digit stands at {@code first}. */
    static Amount at(String text, int first, Lakhs lakhs) {
        return new DigitAmount(text, first).read(lakhs);
    }

    private Amount read(Lakhs lakhs) {
        while (end - first < MAX_CHARS && (text.isDigit(end) || text.isInside(end))) {
            end++;
        }
        end = endOfSpacedGroups();
        int numberEnd = end;
        while (text.isDigit(end)) {
            end++; // longer than any amount: taken whole, so that the rest is not read again
        }
        if (end > numberEnd) {
            return new Amount(first, end, BigDecimal.ZERO, null, Amount.Sign.NONE, false);
        }
        value = text.number(first, end);
        if (isPriced()) {
            end += 2; // "1.200,- EUR"
            priced = true;
        }
        NumberSize size = new NumberSize(text, lakhs, first, end, value);
        value = size.value();
        end = size.end();
        sized = size.isSized();
        return withCurrency();
    }

    private boolean isPriced() {
        char dash = text.at(end + 1);
        return text.at(end) == '.' && (dash == '-' || dash == '–') || text.at(end) == ',' && dash == '-';
    }

    private Amount withCurrency() {
        String word = text.wordAt(end);
        if (AmountText.isMoney(word)) {
            return amount(first, end + word.length(), AmountText.currencyOf(word), Amount.Sign.MONEY);
        }
        String counted = text.wordAt(end + word.length());
        String country = Currencies.ofPair(AmountText.folded(word), AmountText.folded(counted));
        return country == null
                ? withCurrencyBefore()
                : amount(first, end + word.length() + counted.length(), country, Amount.Sign.MONEY);
    }

    private Amount amount(int from, int to, @Nullable String currency, Amount.Sign sign) {
        return new Amount(from, to, value, currency, sign, false);
    }

    /** "20 000", "1 250 000 €": blanks group thousands where what comes of it is round, or money by its sign. */
    private int endOfSpacedGroups() {
        if (end - first > 3 || text.at(first) == '0') {
            return end;
        }
        int at = end;
        boolean round = false;
        while (at - end < LONGEST_GROUPS && AmountText.isThinBlank(text.at(at)) && isThreeDigits(at + 1)) {
            round = text.at(at + 2) == '0' && text.at(at + 3) == '0';
            at += 4;
        }
        return round || at > end && AmountText.currencyOf(text.wordAt(at)) != null ? at : end;
    }

    private boolean isThreeDigits(int at) {
        return text.isDigit(at) && text.isDigit(at + 1) && text.isDigit(at + 2) && !text.isDigit(at + 3);
    }

    private Amount withCurrencyBefore() {
        Amount.Sign sign = priced ? Amount.Sign.MONEY : sized ? Amount.Sign.SIZE : Amount.Sign.NONE;
        int before = text.isBlank(first - 1) ? first - 1 : first;
        int start = before;
        while (start > 0 && before - start < 4 && !Character.isWhitespace(text.at(start - 1))) {
            start--;
        }
        String word = text.text().substring(start, before);
        String currency = word.equals("R") ? "ZAR" : AmountText.currencyOf(word);
        if (currency == null && Currencies.isSign(text.at(before - 1))) {
            currency = Currencies.code(String.valueOf(text.at(before - 1)));
            start = currency == null ? start : before - 1;
        }
        return currency != null || Currencies.isShared(AmountText.folded(word))
                ? amount(start, end, currency, Amount.Sign.MONEY)
                : amount(first, end, null, sign);
    }
}
