package dev.leadkit.capture.extract;

import static dev.leadkit.capture.extract.OwnershipWords.CHANNELS;
import static dev.leadkit.capture.extract.OwnershipWords.DEAD;
import static dev.leadkit.capture.extract.OwnershipWords.GONE;
import static dev.leadkit.capture.extract.OwnershipWords.MY;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** What the words after a value, in its sentence, say about whose it is and whether it is still good. */
final class WordsAfter {
    private static final WordSet HIS = WordSet.of("his", "hers", "her", "theirs", "their", "your", "yours");
    private static final WordSet WORKS =
            WordSet.of("work", "works", "working", "exist", "exists", "valid", "active", "mine");
    private static final WordSet CALLS = WordSet.of(
            "called", "calls", "calling", "texted", "texts", "texting", "wrote", "writes", "emailed", "messaged");

    private WordsAfter() {}

    static @Nullable String objection(Words words, Words before) {
        int at = 0;
        while (words.is(at, "that") || words.is(at, "this") || words.is(at, "which") || words.is(at, "it")) {
            at++;
        }
        if (isOthers(words, at) || isAsked(words, before)) {
            return "third-party";
        }
        if (words.is(at, "that's") || words.is(at, "it's") || isVerb(words.foldedOrEmpty(at))) {
            String objection = predicate(words, at + 1);
            if (objection != null) {
                return objection;
            }
        }
        if (words.is(at, "belongs") && words.is(at + 1, "to") && !words.is(at + 2, "me")) {
            return "third-party";
        }
        if (isCalling(words, at) || isUnanswered(words, at)) {
            return "third-party";
        }
        return isDead(words, at) || isAnyMore(words, before) ? "negated" : null;
    }

    private static boolean isVerb(String word) {
        return word.equals("is") || word.equals("was") || word.equals("isn't") || word.equals("ist");
    }

    /** "(my husband)", ", my husband's". */
    private static boolean isOthers(Words words, int at) {
        return MY.has(words, at)
                && OwnershipWords.isPerson(words, at + 1)
                && !CHANNELS.has(words, at + 2)
                && !(words.is(at + 2, "and") && words.is(at + 3, "i"))
                && !(words.is(at + 2, "is") && at + 3 == words.count());
    }

    /** "is … yours?", "is … your number?". */
    private static boolean isAsked(Words words, Words before) {
        return before.is(before.count() - 1, "is")
                && before.count() == 1
                && (words.is(0, "yours") || words.is(0, "your") || words.is(0, "still"));
    }

    /** What follows "is": "my wife's", "hers", "wrong", "no longer valid", "not my number". */
    private static @Nullable String predicate(Words words, int at) {
        String word = words.foldedOrEmpty(at);
        if (words.is(at - 1, "isn't") || word.equals("not") || word.equals("no") && words.is(at + 1, "longer")) {
            return words.is(at + 1, "only") ? null : "negated";
        }
        if (HIS.contains(word)) {
            return "third-party";
        }
        if (MY.contains(word)) {
            return GONE.has(words, at + 1) ? "negated" : OwnershipWords.isPerson(words, at + 1) ? "third-party" : null;
        }
        if (at < words.count() && OwnershipWords.isOwner(words, at)) {
            return "third-party";
        }
        boolean dead = DEAD.contains(word) || (word.equals("always") || word.equals("now")) && words.is(at + 1, "dead");
        boolean the = word.equals("the") || word.equals("a") || word.equals("an");
        return dead || the && GONE.has(words, at + 1) ? "negated" : null;
    }

    /** "… keeps calling me", "… wrote to me". */
    private static boolean isCalling(Words words, int at) {
        for (int i = at; i < Math.min(words.count(), at + 3); i++) {
            if (CALLS.has(words, i)) {
                return words.is(i + 1, "me") || words.is(i + 1, "us") || words.is(i + 1, "to") && words.is(i + 2, "me");
            }
        }
        return false;
    }

    /** "… but nobody answers", "… and got no answer". */
    private static boolean isUnanswered(Words words, int at) {
        for (int i = at; i < Math.min(words.count(), at + 3); i++) {
            if (words.is(i, "nobody")
                    || words.is(i, "bounced")
                    || words.is(i, "no") && words.is(i + 1, "answer")
                    || words.is(i, "no") && words.is(i + 1, "one")) {
                return true;
            }
        }
        return false;
    }

    /** "… does not work", "… no longer works". */
    private static boolean isDead(Words words, int at) {
        if (words.is(at, "nicht")) {
            return true;
        }
        boolean not = words.is(at, "doesn't")
                || words.is(at, "doesnt")
                || words.is(at, "no") && words.is(at + 1, "longer")
                || words.is(at, "does") && words.is(at + 1, "not");
        if (!not) {
            return false;
        }
        for (int i = at + 1; i < Math.min(words.count(), at + 4); i++) {
            if (WORKS.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** "I don't use … any more". */
    private static boolean isAnyMore(Words words, Words before) {
        boolean more = words.is(0, "anymore") || words.is(0, "any") && words.is(1, "more");
        return more && before.count() > 0;
    }
}
