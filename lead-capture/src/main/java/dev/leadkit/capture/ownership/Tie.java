package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.WordRole.DETERMINER;
import static dev.leadkit.capture.ownership.WordRole.I;
import static dev.leadkit.capture.ownership.WordRole.THIRD;

/** Whether the grammar ties a value to the words before it, by a verb, a preposition or a pointer: "it's …", "sits at …". */
final class Tie {
    private Tie() {}

    static boolean isTied(ClauseBefore clause, int word) {
        WordRole role = clause.role(word);
        if (role == null) {
            return isTiedByForm(clause, word);
        }
        if (role == WordRole.LINK && clause.words.is(word, "up") && clause.role(word - 1) == null) {
            return false; // "if it turns up …"
        }
        return switch (role) {
            case BE -> true;
            case IT ->
                isPointer(clause, word) || clause.words.is(word, "that") && !clause.isBoundary(clause.words.count());
            case LINK, AUXILIARY, MODAL, REACH, REACH_OR_LABEL, SEND, RECORD, LIVE, EXCHANGE, SAY, VERB, ME, YOU, I -> {
                char gap = clause.words.gap(clause.words.count());
                yield gap == ':' && word == clause.words.count() - 1 || !clause.isBoundary(clause.words.count());
            }
            default -> false;
        };
    }

    /** "The form rejected …", "keeps putting …". */
    private static boolean isTiedByForm(ClauseBefore clause, int word) {
        if (word < 1 || clause.words.isCapitalised(word) || clause.isBoundary(clause.words.count())) {
            return false;
        }
        String form = clause.words.folded(word);
        if (form.endsWith("ing")) {
            return clause.role(word - 1) == WordRole.VERB;
        }
        for (int i = word - 1; i >= Math.max(clause.low, word - 3) && form.endsWith("ed"); i--) {
            WordRole role = clause.role(i);
            if (role == WordRole.YOUR || role == I || role == WordRole.YOU || role == THIRD || role == DETERMINER) {
                return true;
            }
        }
        return false;
    }

    static boolean isPointer(ClauseBefore clause, int it) {
        return clause.words.isPossessive(it)
                || clause.role(it + 1) == WordRole.BE
                || clause.role(it + 1) == WordRole.MODAL
                || clause.words.is(it, "its")
                || clause.words.is(it, "thats");
    }
}
