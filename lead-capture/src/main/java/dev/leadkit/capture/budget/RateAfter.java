package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Whether the words after an amount tell that it is paid again and again, or for each: "$20 a month", "25 per person". */
final class RateAfter {
    static final WordSet RATES = WordSet.listed("""
            per each ish pp pm pcm pw monthly weekly yearly annually nightly hourly daily apiece par al por im mensuels""");

    private static final WordSet HEADS = WordSet.listed("person head seat user plate guest night nacht");

    private static final WordSet PERIODS = WordSet.listed("""
            month mo week wk night day year yr hour hr head person seat user piece pop unit item page session visit class
            lesson room plate guest nacht monat stunde kopf woche jahr tag ticket""");

    private final BudgetAfter after;
    private final Words words;

    RateAfter(BudgetAfter after) {
        this.after = after;
        this.words = after.words();
    }

    /** "$20 a month", "/seat", "each". */
    boolean isRate() {
        boolean a = after.is(0, "a") || after.is(0, "an") || after.is(0, "the") || after.is(0, "pro");
        return after.has(RATES, 0)
                || after.has(PERIODS, a ? 1 : 0) && (a || words.gap(0) == '/' || words.gap(0) != Words.START);
    }

    /** "25 per person", "40 a head". */
    boolean isPerHead() {
        int at = after.is(0, "per") || after.is(0, "a") || after.is(0, "pro") ? 1 : 0;
        return at > 0 && after.has(HEADS, 1) || after.is(0, "pp");
    }
}
