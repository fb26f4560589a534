package dev.leadkit.capture.summary;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** What takes the promise out of a sentence: that something is not so or not done, or depends on something else. */
final class Reservations {
    /** Beside what {@link Negations} has: these deny what is to be done, and of a single thing nothing. */
    private static final WordSet REFUSALS = WordSet.listed("""
            unable impossible refuse refuses refused refusing fail fails failed failing hardly barely scarcely
            unmöglich kaum
            """);

    private static final WordSet CONDITIONS = WordSet.listed("""
            if unless maybe perhaps might provided providing assuming once when until till only after subject depending depends
            wenn falls sobald sofern vielleicht erst nur si quizás cuando
            """);

    /** Of two words: "in case", "as soon as". */
    private static final WordSet AS_SOON = WordSet.listed("soon long");

    private Reservations() {}

    /** Whether a word of those in {@code [from, to)} denies something. */
    static boolean isDenial(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Negations.isOne(words, i) || REFUSALS.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of those in {@code [from, to)} makes the others depend on something. */
    static boolean isConditional(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean pair = words.is(i, "case") && words.is(i - 1, "in")
                    || AS_SOON.has(words, i) && words.is(i - 1, "as") && words.is(i + 1, "as");
            if (pair || CONDITIONS.has(words, i)) {
                return true;
            }
        }
        return false;
    }
}
