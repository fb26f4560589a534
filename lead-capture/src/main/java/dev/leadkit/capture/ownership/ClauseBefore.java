package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.WordRole.FILLER;
import static dev.leadkit.capture.ownership.WordRole.I;
import static dev.leadkit.capture.ownership.WordRole.LABEL;
import static dev.leadkit.capture.ownership.WordRole.LIVE;
import static dev.leadkit.capture.ownership.WordRole.REACH;
import static dev.leadkit.capture.ownership.WordRole.REACH_OR_LABEL;
import static dev.leadkit.capture.ownership.WordRole.RECORD;
import static dev.leadkit.capture.ownership.WordRole.SAY;
import static dev.leadkit.capture.ownership.WordRole.SEND;
import static dev.leadkit.capture.ownership.WordRole.SORT;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** The words before a value, with what each does; nothing before another address or number counts. */
final class ClauseBefore {
    /** What may stand between somebody and where he is reached. */
    static final WordSet AT = WordSet.listed("at on via under through by");

    private static final int REACH_BACK = 14;

    final Words words;

    /** The first word that counts. */
    final int low;

    ClauseBefore(Words words) {
        this.words = words;
        int from = words.count();
        while (from > Math.max(0, words.count() - REACH_BACK) && !WordsBefore.isPartOfValue(words, from - 1)) {
            from--;
        }
        this.low = from;
    }

    @Nullable
    WordRole role(int word) {
        return WordRole.of(words, word);
    }

    /** Over fillers; -1 where only they stand in the clause. */
    int skipFillers(int from) {
        int i = from;
        while (i >= low && (role(i) == FILLER || words.is(i, "do") && words.is(i - 1, "please"))) {
            if (isBoundary(i)) {
                return -1;
            }
            i--;
        }
        return i;
    }

    /** Whether a clause may end before a word. */
    boolean isBoundary(int word) {
        char gap = words.gap(word);
        return gap != Words.BLANK && gap != '\'' && gap != '"' && gap != '“' && gap != '*';
    }

    /** A word that says nothing of the value itself. */
    boolean hasOther(int from, int to) {
        for (int k = from; k < to; k++) {
            if (role(k) == null && !words.startsWithDigit(k)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody else says it: "she goes …", "the text read …". */
    boolean isReported(int from) {
        boolean parted = false;
        for (int i = from - 1; i >= low; i--) {
            if (words.gap(i + 1) == '"' || words.gap(i + 1) == '“') {
                return true;
            }
            WordRole said = role(i);
            if (isBoundary(i) && said == WordRole.MODAL) {
                return false; // "…, can someone call me"
            }
            if (words.is(i, "read") && words.gap(i + 1) == ':') {
                return true;
            }
            parted |= isBoundary(i + 1) && i + 1 < from && said != SAY;
            if (said == SAY && parted) {
                return false; // "the site shows nothing, call me"
            }
            if (said == SAY && !words.is(i + 1, "to")) {
                WordRole who = role(skipFillers(i - 1));
                return who != I && who != WordRole.YOU && !words.is(i + 1, "for");
            }
        }
        return false;
    }

    boolean namesLabel(int from) {
        int i = from;
        while (role(i) == SORT || OwnershipWords.SORTS.has(words, i)) {
            i++;
        }
        WordRole role = role(i);
        if (words.isPossessive(Math.min(i, words.count() - 1)) && i < words.count()) {
            String folded = words.folded(i); // "my line's …"
            return OwnershipWords.CHANNELS.contains(folded.substring(0, folded.length() - 2));
        }
        return i >= words.count() || role == LABEL || role == REACH_OR_LABEL || OwnershipWords.CHANNELS.has(words, i);
    }

    boolean isNoun(int word) {
        WordRole before = role(word - 1);
        if (before == null) {
            return word > 0 && words.isPossessive(word - 1);
        }
        boolean label = role(word) == REACH_OR_LABEL;
        return switch (before) {
            case DETERMINER, MY, YOUR -> true;
            case ME -> label && role(word - 2) == SEND; // "send me an sms", without the article
            case SORT, LABEL, REACH_OR_LABEL -> label && !isBoundary(word);
            default -> label && role(word + 1) == WordRole.BE;
        };
    }

    boolean isName(int word) {
        return isName(words, word);
    }

    static boolean isName(Words words, int word) {
        return word >= 0
                && word < words.count()
                && words.isCapitalised(word)
                && WordRole.of(words, word) == null
                && !CommonWords.isOrdinary(words, word);
    }

    /** "If your boss agrees I'm in": from there on the visitor speaks of himself. */
    static boolean beginsMine(Words words, int i) {
        if (i == 0 || WordRole.of(words, i) != I) {
            return false;
        }
        WordRole before = WordRole.of(words, i - 1);
        return words.gap(i) == ',' || before == WordRole.JOIN || before == FILLER;
    }

    boolean isVerb(int word) {
        WordRole role = role(word);
        return role == REACH || role == REACH_OR_LABEL || role == SEND || role == RECORD || role == LIVE;
    }

    /** "I'm the buyer's agent", "this is his mom": the visitor himself. */
    static boolean isSelf(Words words, int person) {
        for (int i = person - 1; i >= Math.max(0, person - 4); i--) {
            WordRole role = WordRole.of(words, i);
            boolean is = words.is(i, "i'm") || words.is(i, "im") || words.is(i, "am") && words.is(i - 1, "i");
            if (is || words.is(i, "is") && words.is(i - 1, "this")) {
                return true;
            }
            if (role != null && role != WordRole.DETERMINER && role != WordRole.THIRD && role != WordRole.SORT) {
                return false;
            }
        }
        return false;
    }

    boolean endsInS(int word) {
        String folded = words.folded(word);
        return folded.length() > 3 && folded.endsWith("s") && !folded.endsWith("ss");
    }
}
