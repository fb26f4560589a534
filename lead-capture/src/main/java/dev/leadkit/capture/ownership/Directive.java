package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.WordRole.I;
import static dev.leadkit.capture.ownership.WordRole.PERSON;
import static dev.leadkit.capture.ownership.WordRole.REACH;
import static dev.leadkit.capture.ownership.WordRole.REACH_OR_LABEL;
import static dev.leadkit.capture.ownership.WordRole.RECORD;
import static dev.leadkit.capture.ownership.WordRole.SAY;
import static dev.leadkit.capture.ownership.WordRole.SEND;
import static dev.leadkit.capture.ownership.WordRole.THIRD;

import dev.leadkit.capture.ownership.Giving.Surety;
import dev.leadkit.capture.text.WordSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges a clause by its verb that has somebody turn to the value, or send something there.
 *
 * <p>Gives: "send it to …", "please call …", "could you use …", "I want you to write to …". Does not: "I need to call …", "did you
 * call …", "customers call …", "call the office on …".
 */
final class Directive {
    private static final WordSet ASKING = WordSet.listed("do does did have has had why are were didn't don't");
    private static final WordSet FREE = WordSet.listed("""
            you free hesitate forget best easiest quickest fastest simplest safest possible able fine ok okay better safer
            quicker easier simpler kind enough as one way number address sure remember happy good want need like""");
    private static final WordSet USING = WordSet.listed("use go reply respond answer give take");
    private static final WordSet COURIERS = WordSet.listed("driver courier technician installer rep agent");
    private static final WordSet CONDITIONS = WordSet.listed("if when once whenever as suppose should");

    private Directive() {}

    /** @return null where the verb only joins another: "call or text" */
    static @Nullable Surety surety(ClauseBefore clause, int i, WordRole verb, boolean named) {
        int last = clause.skipFillers(clause.words.count() - 1);
        boolean person = verb == REACH || verb == REACH_OR_LABEL;
        boolean object = named || ClauseBefore.AT.has(clause.words, last) && clause.hasOther(i + 1, last);
        if (person && object && !clause.words.is(last, "to")) {
            return Surety.NONE;
        }
        int by = clause.isBoundary(i) ? -1 : clause.skipFillers(i - 1);
        if (by < clause.low) {
            return verb == SEND ? Surety.OFFERED : Added.surety(clause, i - 1);
        }
        WordRole subject = clause.role(by);
        if (subject == null) {
            if (OwnershipWords.DOCUMENTS.has(clause.words, by) && clause.words.is(i, "go")) {
                return Added.surety(clause, by); // "invoices go to …"
            }
            return by > 0 && clause.words.isCapitalised(by) || clause.endsInS(by) && !isCondition(clause, by)
                    ? Surety.NONE
                    : Added.surety(clause, by);
        }
        return switch (subject) {
            case YOU -> isAsked(clause, by) ? Surety.NONE : Added.surety(clause, by - 1);
            case MODAL -> modal(clause, by, verb);
            case LINK -> linked(clause, by, verb);
            case I -> {
                boolean mine = (verb == RECORD || USING.has(clause.words, i)) && !CONDITIONS.has(clause.words, by - 1);
                yield mine && !isAsked(clause, by) ? Surety.OWN : Surety.NONE; // not "do I enter it like …"
            }
            case PERSON -> {
                if (COURIERS.has(clause.words, by) && (by == clause.low || clause.isBoundary(by))) {
                    yield Added.surety(clause, by - 1); // "driver ring …"
                }
                yield Added.other(clause, by) == Surety.OWN ? Surety.OWN : Surety.NONE; // "me and my wife use …"
            }
            case THIRD -> Added.other(clause, by) == null ? Added.surety(clause, by - 2) : Surety.NONE;
            case ME -> verb == RECORD ? Surety.OFFERED : Surety.NONE; // "he made me write to …"
            case JOIN, FILLER, LABEL, SORT, IT, MINE -> Added.surety(clause, by);
            case REACH, REACH_OR_LABEL, SEND, RECORD, LIVE ->
                clause.isNoun(by) ? Added.surety(clause, by) : null; // "call or text", "write an email to"
            default -> Surety.NONE;
        };
    }

    /** "Did you …", "have I …". */
    private static boolean isAsked(ClauseBefore clause, int subject) {
        return ASKING.has(clause.words, clause.skipFillers(subject - 1));
    }

    /** "You can …", "invoices should go to …"; not "I must …". */
    private static Surety modal(ClauseBefore clause, int modal, WordRole verb) {
        WordRole who = clause.role(clause.skipFillers(modal - 1));
        boolean thing = verb == SEND && who != I && who != THIRD && who != PERSON;
        return thing || who == WordRole.YOU || who == null && modal == clause.low
                ? Added.surety(clause, modal - 1)
                : Surety.NONE;
    }

    /** "Feel free to …", "the best way to …"; not "the firm wants you to …". */
    private static Surety linked(ClauseBefore clause, int link, WordRole verb) {
        WordRole wanted = clause.role(link - 2);
        boolean freed = FREE.has(clause.words, link - 1)
                && (!isFirst(clause, link - 2) || clause.words.is(link - 1, "hesitate"))
                && wanted != SAY
                && wanted != WordRole.VERB;
        return !clause.words.is(link, "to") || verb == RECORD || freed ? Surety.OFFERED : Surety.NONE;
    }

    private static boolean isCondition(ClauseBefore clause, int to) {
        for (int i = to; i >= clause.low; i--) {
            if (CONDITIONS.has(clause.words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirst(ClauseBefore clause, int i) {
        WordRole role = clause.role(i);
        return role == I || clause.words.is(i, "don't");
    }
}
