package dev.leadkit.capture;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Tells whether an address or a number that is not to be used is so for some uses alone: "don't call me on … before noon", "don't ring …, text
 * me there", "don't send ads to …", "don't share … with anyone"; not "please don't call me on …", "don't use … any more".
 */
final class DeniedUse {
    /** What somebody may be asked not to do with an address that stays good. */
    private static final WordSet OTHER_USES = WordSet.listed("""
            share shared sell give given pass publish post show store save add sign subscribe
            marketing ads advertising advertisements newsletter newsletters spam promotions offers""");

    /** When it is not to be used, or how. */
    private static final WordSet LIMITS = WordSet.listed("""
            before after until till unless except while when during between today tonight tomorrow now yet currently
            morning mornings afternoon afternoons evening evenings night nights noon midday weekday weekdays weekend weekends week month
            monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays am pm
            text texts texting sms message messages whatsapp only""");

    private DeniedUse() {}

    static boolean isLimited(String text, Span value) {
        Words words = Words.of(text);
        int first = words.firstFrom(value.start());
        int behind = words.firstFrom(value.end());
        for (int word = first - 1; word >= 0 && !words.startsSentence(word + 1); word--) {
            if (OTHER_USES.has(words, word) || LIMITS.has(words, word)) {
                return true;
            }
        }
        for (int word = behind; word < words.count() && !Words.isSentenceEnd(words.gap(word)); word++) {
            if (LIMITS.has(words, word)) {
                return true;
            }
        }
        return false;
    }
}
