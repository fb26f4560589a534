package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;

/**
 * Whether the words of {@link LimitWords} around an amount make it the most that can be spent, or about that.
 *
 * <p>"До 50 тыс", "не больше 3000 евро", "di bawah 5 juta", "dưới 2 triệu", "50 lakh tak", "2 milyona kadar ev arıyorum", "ما ابي ادفع فوق
 * مليون", "ищу квартиру около 5 млн". A number with neither a size nor a currency is one only where something is wished in the same
 * sentence: "хочу стол до 5000". Not "до 50 тыс подписчиков", "2 milyona kadar kredi", "зарплата до 50 тыс", "стоит около 500 рублей".
 */
final class ForeignLimit {
    private static final int REACH = 5;
    private static final int COST_REACH = 4;
    private static final int COMPANY_REACH = 8;
    private static final int LONGEST_LAST = 24;
    private static final BigDecimal LEAST = BigDecimal.valueOf(100);

    private static final BigDecimal LEAST_ROUGH = BigDecimal.valueOf(500);
    private static final BigDecimal ROUND = BigDecimal.valueOf(50);

    /** So many are no things. */
    private static final BigDecimal SURELY_ROUGH = BigDecimal.valueOf(100_000);

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    /** All words of the message. */
    private final Words all;

    ForeignLimit(AmountLead lead, Amount amount, Words all) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
        this.all = all;
    }

    boolean isLimit(BudgetAfter after) {
        int behind = behind(after);
        boolean most = behind > 0 || isMostBefore() || isDenied() || endsIn(LimitWords.ENDING) || isBetween(after);
        boolean under = lead.lengthBefore(LimitWords.UNDER, words.count()) > 0;
        int rough = after.lengthAt(LimitWords.ROUGH_BEHIND, 0);
        boolean nearly = rough > 0 || amount.range() || isRough();
        if (!most && !under && !nearly || isOfOther(after, Math.max(behind, rough))) {
            return false;
        }
        if (!isWished(after)) {
            return most && !amount.isBare() && !isTold(after);
        }
        return !amount.isBare()
                || (most || under ? amount.value().compareTo(LEAST) >= 0 : isRoughPrice(after)) && !isYear();
    }

    /** So many without a size or a currency: "ابغى جوال بحدود 2000", "5m civarı ev arıyorum". */
    private boolean isRoughPrice(BudgetAfter after) {
        boolean round = amount.value().compareTo(LEAST_ROUGH) >= 0
                && amount.value().remainder(ROUND).signum() == 0;
        return round && (after.endsHaving() || amount.value().compareTo(SURELY_ROUGH) >= 0);
    }

    /** "Цены до 50 тыс?", "kosztuje do 500 zł"; not "цена до 50 тыс". */
    private boolean isTold(BudgetAfter after) {
        return lead.hasNear(OtherMoneyWords.COSTING, words.count(), COST_REACH)
                || after.isQuestion() && lead.hasNear(OtherMoneyWords.PRICES, words.count(), COST_REACH);
    }

    private boolean isBetween(BudgetAfter after) {
        return amount.range()
                && (lead.lengthBefore(LimitWords.BETWEEN, words.count()) > 0
                        || after.lengthAt(LimitWords.BETWEEN_BEHIND, 0) > 0);
    }

    private boolean isRough() {
        return lead.lengthBefore(LimitWords.ROUGH, words.count()) > 0 || endsIn(LimitWords.ROUGH_ENDING);
    }

    /** How many words behind the amount make it a limit. */
    private int behind(BudgetAfter after) {
        int length = after.lengthAt(LimitWords.BEHIND, 0);
        int hindi = after.lengthAt(LimitWords.HINDI_BEHIND, 0);
        return hindi > length && isInHindi(after, hindi) ? hindi : length;
    }

    private boolean isInHindi(BudgetAfter after, int from) {
        return after.hasNear(LimitWords.HINDI, from, COMPANY_REACH)
                || lead.hasNear(LimitWords.HINDI, words.count(), COMPANY_REACH)
                || endsIn(LimitWords.HINDI);
    }

    private boolean isMostBefore() {
        return isMostBefore(words.count()) || isMostBefore(lead.head() + 1);
    }

    /** Not "не ниже 5000". */
    private boolean isMostBefore(int end) {
        int most = lead.lengthBefore(LimitWords.BEFORE, end);
        int length = most > 0 || !endsIn(LimitWords.SLAVIC) ? most : lead.lengthBefore(LimitWords.SLAVIC_BEFORE, end);
        return length > 0 && words.gap(end) != ',' && !lead.has(LimitWords.DENYING, end - length - 1);
    }

    /** "Не больше", "не хочу платить больше"; not "не пришло больше". */
    private boolean isDenied() {
        int end = lead.head() + 1;
        int above = end - lead.lengthBefore(LimitWords.ABOVE, end);
        boolean spending = lead.hasNear(LimitWords.SPENDING, above, REACH);
        return above < end && lead.hasNear(LimitWords.DENYING, above, spending ? REACH : 1);
    }

    /** Whether the last word of the amount, but for digits, is one of some: "500 ezerig", "50 lakh", "5jt". */
    private boolean endsIn(WordSet some) {
        int word = all.firstFrom(amount.end()) - 1;
        if (word < 0 || all.length(word) > LONGEST_LAST || all.isFigures(word)) {
            return false;
        }
        if (!all.startsWithDigit(word)) {
            return some.has(all, word);
        }
        String last = all.folded(word);
        int letters = 0;
        while (letters < last.length() && Character.isDigit(last.charAt(letters))) {
            letters++;
        }
        return some.contains(last.substring(letters));
    }

    /** "2 milyona kadar kredi", "500 kadar kişi". */
    private boolean isOfOther(BudgetAfter after, int behind) {
        return after.isThing(behind)
                || after.hasNear(OtherMoney.OTHERS, behind, 2)
                || lead.has(OtherMoneyWords.SELLING);
    }

    private boolean isWished(BudgetAfter after) {
        return lead.hasNear(WishWords.WANTING, words.count(), words.count())
                || after.hasNear(WishWords.WANTING, 0, COMPANY_REACH);
    }

    /** Not 2000, which is more often a price. */
    private boolean isYear() {
        int value = amount.value().precision() > 4 ? 0 : amount.value().intValue();
        return value > 1900 && value < 2100 && value % 100 != 0;
    }
}
