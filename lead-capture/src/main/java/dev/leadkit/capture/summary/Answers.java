package dev.leadkit.capture.summary;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Words by which somebody agrees or refuses, and which say nothing without what they answer. */
final class Answers {
    private static final WordSet AGREES = WordSet.listed("""
            yes yeah yep yup sure ok okay agreed deal correct exactly right perfect great fine good absolutely
            definitely certainly confirmed ja gerne einverstanden passt genau sí si vale claro oui d'accord parfait
            """);
    private static final WordSet REFUSES = WordSet.listed("""
            no nope nah never nein nicht non unfortunately sorry not
            """);

    /** What may stand beside them without saying more. */
    private static final WordSet BESIDE = WordSet.listed("""
            please thanks thank you it is it's that that's this works work sounds do does for me us very all of
            course go ahead i we am are bitte danke gracias merci so then much
            """);

    private static final int SHORT = 3;

    private Answers() {}

    /** Whether these words of a reply say little without what they answer: few, or an agreement or refusal at first. */
    static boolean needQuestion(Words reply) {
        return reply.count() <= SHORT || isAnswer(reply, 0) || reply.is(0, "that") && agrees(reply);
    }

    /** "Yes please", "that works for me". */
    static boolean agrees(Words reply) {
        boolean agrees = false;
        for (int i = 0; i < Math.min(reply.count(), SHORT); i++) {
            if (REFUSES.has(reply, i)) {
                return false;
            }
            agrees |= AGREES.has(reply, i) || reply.is(i, "works");
        }
        return agrees;
    }

    static boolean refuses(Words reply) {
        return REFUSES.has(reply, 0);
    }

    /** Whether a sentence holds nothing but an agreement or refusal. */
    static boolean sayNothingElse(Words sentence) {
        for (int i = 0; i < sentence.count(); i++) {
            if (!isAnswer(sentence, i) && !BESIDE.has(sentence, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnswer(Words words, int word) {
        return AGREES.has(words, word) || REFUSES.has(words, word);
    }
}
