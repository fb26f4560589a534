package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.UnspacedScript;
import org.jspecify.annotations.Nullable;

/**
 * An amount whose number is not in digits, in scripts that write no blanks between words.
 *
 * <p>Reads "二十萬台幣", "一萬五日圓", "三千块", "百万円", "สองพัน", "오십만원". Not "三个", "百度", "第一万", "만나요": a hundred or more, or a currency,
 * belongs to it, and a currency where no digit begins it.
 */
final class UnspacedAmount {
    private static final int LEAST_ZEROS = 2;
    private static final int LEAST_ZEROS_OF_SIZE = 3;

    private UnspacedAmount() {}

    /** The first that begins at a place or behind it, null if there is none. */
    static @Nullable Amount from(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            Amount amount = UnspacedScript.has(text.charAt(at)) ? at(text, at) : null;
            if (amount != null) {
                return amount;
            }
        }
        return null;
    }

    private static @Nullable Amount at(String text, int start) {
        UnspacedNumber number = UnspacedNumber.at(text, start);
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        if (number == null || before == '第' || Character.isDigit(before)) {
            return null;
        }
        int unit = number.end();
        if (unit < text.length() && text.charAt(unit) == ' ') {
            unit++;
        }
        int end = UnspacedBudget.endOfCurrency(text, unit);
        String word = text.substring(unit, end);
        String currency = Currencies.code(word);
        boolean money = currency != null || Currencies.isShared(word);
        boolean korean = isHangul(text.charAt(start));
        if (!money && (korean || !number.counted() || number.highest() < LEAST_ZEROS) || korean && isHangul(before)) {
            return null;
        }
        Amount.Sign sign = money
                ? Amount.Sign.MONEY
                : number.highest() < LEAST_ZEROS_OF_SIZE ? Amount.Sign.NONE : Amount.Sign.SIZE;
        return new Amount(start, money ? end : number.end(), number.value(), currency, sign, false);
    }

    private static boolean isHangul(char c) {
        return c >= '\uac00' && c <= '\ud7a3';
    }
}
