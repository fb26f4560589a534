package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.WordRole.BE;
import static dev.leadkit.capture.ownership.WordRole.EXCHANGE;
import static dev.leadkit.capture.ownership.WordRole.FILLER;
import static dev.leadkit.capture.ownership.WordRole.I;
import static dev.leadkit.capture.ownership.WordRole.PERSON;
import static dev.leadkit.capture.ownership.WordRole.YOU;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * What the neighbouring sentences say about whose a value is, where its own sentence says nothing.
 *
 * <p>Refused: "Talk to Marcus. …", "My husband deals with that. Call …", "Who rang me? …", "…. That's my sister", "…. It bounces".
 * Not refused: "My son needs a tutor. …", "What is your number? …", "…. Thanks!".
 */
final class Neighbours {
    private static final int BEHIND = 90;
    private static final int AHEAD = 50;

    private static final WordSet HE = WordSet.listed("he she they him them her his he's she's they're");
    private static final WordSet TOLD =
            WordSet.listed("needs wants wanted loves likes would said says told recommended referred and suggested");
    private static final WordSet TALKING = WordSet.listed("talk speak ask call contact email text ring reach see");

    /** With one of them before it "her" is a part of a German verb: "stelle ich den Kontakt her". */
    private static final WordSet GERMAN = WordSet.listed("ich wir den der das dem einen eine vom");

    /** The words that may speak of others, apart from owners and those whose {@link WordRole} may. */
    static final WordSet SIGNS = WordSet.of(HE, TALKING, WordSet.of("example"));

    private Neighbours() {}

    /** Whether they speak of somebody else's. */
    static boolean speakOfOthers(Reply reply, int sentenceStart, int sentenceEnd) {
        return isIntroduced(reply, sentenceStart) || isExplained(reply, sentenceEnd);
    }

    private static boolean isIntroduced(Reply reply, int sentenceStart) {
        String text = reply.text();
        int end = sentenceStart;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return false;
        }
        if (text.regionMatches(true, end - 4, "e.g.", 0, 4)) {
            return true;
        }
        int start = end - 1;
        int lowest = Math.max(0, end - BEHIND);
        while (start > lowest && !SentenceBounds.isEnd(text, start - 1)) {
            start--;
        }
        Words words = reply.words().within(start, end);
        if (OwnershipWords.NOT.has(words, 0) && OwnershipWords.REACHING.has(words, 1)) {
            return false; // "Don't call the landline, my mum answers. Call …"
        }
        if (turnsToMe(words)) {
            return false;
        }
        for (int i = lastClause(words); i < words.count(); i++) {
            WordRole role = WordRole.of(words, i);
            if (role != PERSON && role != EXCHANGE && !words.isPossessive(i) && !SIGNS.has(words, i)) {
                continue;
            }
            if (role == PERSON && isExcepted(words, i)) {
                continue;
            }
            boolean owner = words.isPossessive(i) && OwnershipWords.isPerson(words, i);
            boolean person = owner && WordRole.of(words, i + 1) == WordRole.LABEL
                    || role == PERSON && !isTopic(words, i) && !isTitle(words, i)
                    || isNamed(words, i);
            boolean passed = role == EXCHANGE && isOthers(words, i);
            boolean own = words.is(i, "his") || words.is(i, "her");
            if (own && WordRole.of(words, i + 1) == PERSON && ClauseBefore.isSelf(words, i + 1)) {
                continue; // "I'm his wife"
            }
            boolean he = HE.has(words, i)
                    && WordRole.of(words, i + 1) != BE
                    && !TOLD.has(words, i + 1)
                    && !isOfGermanVerb(words, i);
            if (person || passed || he || words.is(i, "example") && words.is(i - 1, "for")) {
                return true;
            }
        }
        return false;
    }

    /** "Not the architect", "instead of my boss". */
    private static boolean isExcepted(Words words, int person) {
        int i = person - 1;
        while (WordRole.of(words, i) == WordRole.DETERMINER
                || WordRole.of(words, i) == WordRole.MY
                || words.is(i, "to")) {
            i--;
        }
        return words.is(i, "not") || words.is(i, "of") && words.is(i - 1, "instead");
    }

    private static boolean isOfGermanVerb(Words words, int her) {
        for (int i = 0; i < her && words.is(her, "her"); i++) {
            if (GERMAN.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** "Contact me, he's nine", "appointments go through me". */
    private static boolean turnsToMe(Words words) {
        for (int i = 1; i < words.count(); i++) {
            if (WordRole.of(words, i) != WordRole.ME) {
                continue;
            }
            WordRole verb = WordRole.of(words, i - 1);
            boolean reached = verb == WordRole.REACH || verb == WordRole.REACH_OR_LABEL || verb == WordRole.SEND;
            boolean directed = reached && !(i > 1 && WordRole.of(words, i - 2) == WordRole.LINK);
            boolean last = verb == WordRole.LINK && (i == words.count() - 1 || words.gap(i + 1) == ',');
            if (directed || last) {
                return true;
            }
        }
        return false;
    }

    /** "My son needs …", "for my wife", "my husband and I": not whom to call. */
    private static boolean isTopic(Words words, int person) {
        boolean wanted = words.is(person - 1, "a") || words.is(person - 1, "an") || words.is(person - 2, "a");
        return wanted && WordRole.of(words, person + 1) != WordRole.THIRD
                || ClauseBefore.isSelf(words, person)
                || TOLD.has(words, person + 1)
                || words.is(person - 1, "for")
                || words.is(person - 2, "for")
                || words.is(person + 1, "is") && person + 2 < words.count() && words.startsWithDigit(person + 2);
    }

    /** "Director of Audio" in a line of its own, below who signs. */
    private static boolean isTitle(Words words, int person) {
        boolean first = person == 0
                || words.gap(person) == '\n'
                || words.gap(person) == Words.BLANK && words.isCapitalised(person - 1);
        return first && words.isCapitalised(person) && words.isCapitalised(0);
    }

    /** "Talk to Marcus". */
    private static boolean isNamed(Words words, int i) {
        if (!TALKING.has(words, i)) {
            return false;
        }
        int to = words.is(i + 1, "to") || words.is(i + 1, "for") || words.is(i + 1, "with") ? i + 2 : i + 1;
        return ClauseBefore.isName(words, to);
    }

    /** Where the last clause of one's own or of a question begins: "my son dropped it, how much …", "…, so I'm looking around". */
    private static int lastClause(Words words) {
        for (int i = words.count() - 1; i > 0; i--) {
            boolean begins = words.gap(i) == ',' || WordRole.of(words, i - 1) == WordRole.JOIN;
            if (begins
                    && (WordRole.of(words, i) == I || words.is(i, "how") || words.is(i, "do") || words.is(i, "can"))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isOthers(Words words, int exchange) {
        int by = exchange - 1;
        while (WordRole.of(words, by) == FILLER
                || WordRole.of(words, by) == WordRole.AUXILIARY
                || WordRole.of(words, by) == BE) {
            by--;
        }
        if (words.is(exchange, "speaking") && ClauseBefore.isName(words, by)) {
            return false; // "Tove Lund speaking"
        }
        if (words.is(by, "nobody") || words.is(by, "no") || words.is(by - 1, "no")) {
            return false; // "nobody called me back"
        }
        WordRole who = WordRole.of(words, by);
        return who != I && who != YOU && by >= 0 && !words.is(by, "than") && !words.is(by, "not");
    }

    private static boolean isExplained(Reply reply, int sentenceEnd) {
        String text = reply.text();
        int start = sentenceEnd;
        while (start < text.length()
                && ((text.charAt(start) == '.' || SentenceBounds.isEnd(text, start))
                        || Character.isWhitespace(text.charAt(start)))) {
            start++;
        }
        if (start == sentenceEnd) {
            return false; // it goes on
        }
        int end = start;
        while (end < text.length() && end < start + AHEAD && !SentenceBounds.isEnd(text, end)) {
            end++;
        }
        return end > start && WordsAfter.isExplanation(reply.words().within(start, end));
    }
}
