package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.WordRole.JOIN;
import static dev.leadkit.capture.ownership.WordRole.ME;
import static dev.leadkit.capture.ownership.WordRole.MINE;
import static dev.leadkit.capture.ownership.WordRole.MY;
import static dev.leadkit.capture.ownership.WordRole.REACH_OR_LABEL;

import dev.leadkit.capture.text.WordSet;

/** Whether a clause denies the value that follows it. */
final class Denial {
    private static final WordSet UNDENIED = WordSet.listed(
            "hesitate forget worry mind know remember only sure a if why answering log sign arrived came");

    private Denial() {}

    /** "No more mails to …", "not reachable at …"; not "don't hesitate to call …", "not a problem, …", after "me" or "my". */
    static boolean isDenied(ClauseBefore clause) {
        for (int i = clause.words.count() - 1; i >= clause.low && !clause.isBoundary(i + 1); i--) {
            WordRole role = clause.role(i);
            WordRole next = clause.role(i + 1);
            if (role == ME || role == MY || role == MINE || role == JOIN) {
                return false;
            }
            boolean no = clause.words.is(i, "no")
                    && (clause.words.is(i + 1, "more") || next == REACH_OR_LABEL || clause.words.is(i + 1, "emails"));
            boolean not = OwnershipWords.NOT.has(clause.words, i) || clause.words.is(i, "isn't");
            if (no && i + 1 < clause.words.count() - 1
                    || not && !UNDENIED.has(clause.words, i + 1) && !UNDENIED.has(clause.words, i - 1)) {
                return true;
            }
        }
        return false;
    }
}
