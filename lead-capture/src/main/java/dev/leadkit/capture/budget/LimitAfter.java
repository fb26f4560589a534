package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether the words after an amount make it a limit.
 *
 * <p>"600 at most", "400 piasses gros max", "$1,000 is all I've got", "9000 kr and zero more", "250 Euro und keinen Cent mehr", "2'000
 * Franken dürfen nicht überschritten werden". Not "900 or more", "1850, I hope for max 1700", "the fee is 90 and no more discounts apply".
 */
final class LimitAfter {
    private static final int REACH = 4;
    private static final int COPULA_REACH = 6;

    private static final WordSet EXCEEDING = WordSet.listed("""
            exceeded passed überschreiten überschritten übersteigen dépasser dépassé dépassés superare superato superati
            superar superado exceder ultrapassar ultrapassado overschrijden overschreden""");

    private static final WordSet NOTHING =
            WordSet.listed("no not nothing zero zilch keinen kein nicht nix pas ni non geen niet nem");

    private static final WordSet MORE =
            WordSet.listed("more over above higher mehr drüber plus más più meer mais extra");

    private static final WordSet HIGHEST = WordSet.listed("""
            max maximum limit ceiling cap budget top tops stretch grenze obergrenze schmerzgrenze plafond tetto""");

    private static final WordSet ARTICLES = WordSet.listed("die der le il");

    /** "50 hazaar budget se zyada hai". */
    private static final WordSet BEYOND_BEHIND = WordSet.listed("se से سے");

    private final BudgetAfter after;
    private final Words words;
    private final Amount amount;

    LimitAfter(BudgetAfter after, Amount amount) {
        this.after = after;
        this.words = after.words();
        this.amount = amount;
    }

    /** "600 at most", "4 lakh max", "350 como mucho", "$1,000 is all I've got". */
    boolean isLimit() {
        if (isHighest() || !amount.isBare() && after.has(BudgetAfter.GRANTS, 0)) {
            return true;
        }
        for (int i = 0; i < REACH; i++) {
            boolean atMost = after.is(i, "at")
                    && (after.is(i + 1, "most")
                            || after.is(i + 1, "max")
                            || after.is(i + 2, "most")
                            || after.is(i + 3, "most"));
            boolean atPush = after.is(i, "at")
                    && (after.is(i + 2, "push") || after.is(i + 2, "stretch") || after.is(i + 2, "outside"));
            boolean orLess = after.is(i, "or")
                    && (after.is(i + 1, "less")
                            || after.is(i + 1, "under")
                            || after.is(i + 1, "below")
                            || after.is(i + 1, "lower")
                            || after.is(i + 1, "cheaper"));
            boolean limit = after.has(BudgetAfter.LIMITS, i)
                    && !isOfCard(i)
                    && !after.has(BEYOND_BEHIND, i + 1)
                    && !((i > 0 || words.gap(0) == ',') && after.isNumber(i + 1)); // "paid 1850, hope for max 1700"
            boolean mucho =
                    after.is(i, "como") && after.is(i + 1, "mucho") || after.is(i, "au") && after.is(i + 1, "plus");
            if (limit || mucho || atMost || atPush || orLess || isNoMore(i) || isNotExceeded(i)) {
                return true;
            }
        }
        return false;
    }

    /** "No more", "and zero more", "not a penny more", "y ni un euro más". */
    private boolean isNoMore(int no) {
        boolean emphatic = after.is(no + 1, "a")
                || after.is(no + 1, "one")
                || after.is(no - 1, "and")
                || !after.is(no, "not") && !after.is(no, "no");
        boolean far = after.has(MORE, no + 2)
                || after.has(MORE, no + 3)
                || (after.is(no + 3, "de") || after.is(no + 3, "di")) && after.has(MORE, no + 4);
        return after.has(NOTHING, no)
                && (after.has(MORE, no + 1) && !after.is(no + 1, "extra") && !isPlural(no + 2) || emphatic && far);
    }

    /** "No more discounts". */
    private boolean isPlural(int word) {
        return word < after.end() && words.gap(word) == Words.BLANK && CountedAfter.isPlural(words.folded(word));
    }

    /** "Darf nicht überschritten werden". */
    private boolean isNotExceeded(int not) {
        return after.has(BudgetAfter.DENIALS, not) && (after.has(EXCEEDING, not + 1) || after.has(EXCEEDING, not + 2));
    }

    private boolean isOfCard(int limit) {
        return after.is(limit, "limit") && (after.is(limit + 1, "on") || after.is(limit + 1, "for"))
                || after.is(limit, "budget") && after.isThing(limit + 1);
    }

    /** "Is the most we can pay", "per head is what we want", "is as high as I can go", "is my max". */
    private boolean isHighest() {
        int is = after.firstOf(BudgetAfter.COPULAS, REACH);
        if (is < 0) {
            return false;
        }
        for (int i = is + 1; i < is + COPULA_REACH; i++) {
            boolean most = after.is(i, "all") || after.is(i, "most") || after.is(i, "what") || after.is(i, "where");
            boolean high =
                    after.is(i, "as") && (after.is(i - 1, "high") || after.is(i - 1, "much") || after.is(i - 1, "far"));
            if ((most || high) && after.has(BudgetAfter.SPEAKERS, i + 1)) {
                return true;
            }
            if (after.has(HIGHEST, i)
                    && (after.has(BudgetAfter.SPEAKERS, i - 1)
                            || after.has(BudgetAfter.SPEAKERS, i - 2)
                            || after.has(ARTICLES, i - 1)
                            || after.is(i + 1, "for"))) {
                return true;
            }
        }
        return false;
    }
}
