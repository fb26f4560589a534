package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.UnspacedScript;
import java.util.List;

/** What stands beside an amount in scripts that write no blanks between words: "预算大概4000", "予算は5万円です", "예산은 50만원", "งบ 5000 บาท". */
final class UnspacedBudget {
    private static final int REACH = 16;
    private static final int LONGEST_UNIT = 3;
    private static final List<String> NAMES = List.of("预算", "預算", "予算", "예산", "งบ", "最多花", "最多出", "不超过", "不超過");

    private UnspacedBudget() {}

    /** Whether a budget is named in the same clause before an amount. */
    static boolean isNamedBefore(String text, int amount) {
        int start = amount;
        while (start > 0 && amount - start < REACH && goesOn(text.charAt(start - 1))) {
            start--;
        }
        String before = text.substring(start, amount);
        return NAMES.stream().anyMatch(before::contains);
    }

    /** A letter, a digit, a blank, or a mark behind the name. */
    private static boolean goesOn(char c) {
        return UnspacedScript.has(c) || Character.isDigit(c) || " :：~～-".indexOf(c) >= 0;
    }

    /** Whether letters of such a script stand right beside an amount. */
    static boolean isBeside(String text, Amount amount) {
        return amount.start() > 0 && UnspacedScript.has(text.charAt(amount.start() - 1))
                || amount.end() < text.length() && UnspacedScript.has(text.charAt(amount.end()));
    }

    /** Where the longest word for a size or a currency ends that begins at a place; the place itself if none does. */
    static int endOfUnit(String text, int from) {
        for (int length = Math.min(LONGEST_UNIT, text.length() - from); length > 0; length--) {
            String word = text.substring(from, from + length);
            if (Sizes.zeros(word) != null || Currencies.code(word) != null) {
                return from + length;
            }
        }
        return from;
    }
}
