package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;

/** Whether the words after an amount tell that it counts something: "300 people", "10,000 bolts", "a 6-month lease". */
final class CountedAfter {
    private static final BigDecimal LAST_HOUR = BigDecimal.valueOf(12);

    /** They end in an s and name nothing that is counted. */
    private static final WordSet UNCOUNTED = WordSet.listed("""
            thanks credits plus always yes unless perhaps sometimes this its as is was has pls plis tops euros dollars bucks
            pounds pesos reais dirhams besides regards cheers sollts solls darfs dürfts wirds wärs gehts kanns passts
            fürs aufs ums durchs übers""");

    private final BudgetAfter after;
    private final Words words;
    private final Amount amount;

    CountedAfter(BudgetAfter after, Amount amount) {
        this.after = after;
        this.words = after.words();
        this.amount = amount;
    }

    /** "300 people", "10,000 bolts". */
    boolean isCounted() {
        if (after.endsSentence() || amount.isMoney()) {
            return false;
        }
        if (isCompound()
                || after.is(0, "of") && (after.is(1, "them") || after.is(1, "these") || after.is(1, "those"))) {
            return true;
        }
        if (after.isThing(0) && !(after.is(0, "m") && !amount.isBare())) {
            return words.gap(0) == Words.START || words.gap(0) == '-' || isOtherGap(0);
        }
        if (after.is(0, "pm") && amount.isBare()) {
            return amount.value().compareTo(LAST_HOUR) <= 0;
        }
        return words.gap(0) == Words.START
                && isPlural(words.folded(0))
                && !words.isPossessive(0)
                && !BudgetAfter.LIMITS.has(words, 0)
                && !CommonWords.isFunction(words, 0);
    }

    /** Whether a word looks like the plural of something that is counted. */
    static boolean isPlural(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !UNCOUNTED.contains(word);
    }

    /** "A 6-month lease", not "600-ish", "600-max". */
    private boolean isCompound() {
        boolean joined = words.isBehind(0, '-') && words.start(0) == amount.end() + 1;
        return joined && amount.isBare() && !after.is(0, "ish") && !BudgetAfter.LIMITS.has(words, 0);
    }

    /** "2-bedroom", "500+ users": no comma, colon or bracket stands between. */
    private boolean isOtherGap(int word) {
        char gap = words.gap(word);
        return gap != ',' && gap != ':' && gap != '(' && gap != '/';
    }
}
