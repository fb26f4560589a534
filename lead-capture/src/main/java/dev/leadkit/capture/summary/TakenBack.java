package dev.leadkit.capture.summary;

import dev.leadkit.capture.text.CorrectionWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether a clause does nothing but take back something said before, which is nobody's need: "sorry", "that's wrong", "oops, I made a typo",
 * "never mind". Not "the wrong size came".
 */
final class TakenBack {
    private static final WordSet CUES = WordSet.listed("""
            incorrect mistaken misspoke misread confused nevermind apologise apologize
            trompé trompée vertan verschrieben sbaglio""");

    /** What else stands in such a clause, beside words that say nothing by themselves. */
    private static final WordSet BESIDE = WordSet.listed("""
            made make makes typed wrote said say put gave told mean let one mind never wait again above before last earlier message
            number email e-mail mail name address phone spelling autocorrect bad on part of
            das war ist ich mein meine es c'est je suis me eso lo he è ho mi mio mia isto é eu dat was ik""");

    private TakenBack() {}

    static boolean isAll(Words words, int from, int to) {
        boolean takesBack = false;
        for (int i = from; i < to; i++) {
            boolean cue = CorrectionWords.have(words, i)
                    || CUES.has(words, i)
                    || words.is(i, "mind") && words.is(i - 1, "never");
            if (!cue && !BESIDE.has(words, i) && NeedWords.worth(words, i, false) > 0) {
                return false;
            }
            takesBack |= cue;
        }
        return takesBack;
    }
}
