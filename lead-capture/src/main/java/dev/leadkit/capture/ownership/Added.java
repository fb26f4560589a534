package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.WordRole.DETERMINER;
import static dev.leadkit.capture.ownership.WordRole.EXCHANGE;
import static dev.leadkit.capture.ownership.WordRole.I;
import static dev.leadkit.capture.ownership.WordRole.SAY;
import static dev.leadkit.capture.ownership.WordRole.THIRD;

import dev.leadkit.capture.ownership.Giving.Surety;
import dev.leadkit.capture.text.WordSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges a value that stands beside a clause, not in its grammar: it is given unless the clause is about somebody else.
 *
 * <p>Refused: "our supplier (…)", "ring the agency, …", "some bloke phoned me, …". Not refused: "a table for two, …", "my son needs
 * a tutor, …", "I'd like to speak to somebody about it, …".
 */
final class Added {
    static final WordSet TALKING = WordSet.listed("ask talk speak call contact email text ring reach phone buzz");
    private static final WordSet WANTING =
            WordSet.listed("needs wants loves likes would said says told asked recommended referred is has and will");

    private static final WordSet COUNTS = WordSet.listed("two three four five six seven eight nine ten dozen few");
    private static final WordSet ADDING = WordSet.listed("add invite inform notify remind");

    /** The words that may speak against the value, whatever their roles. */
    static final WordSet TELLING = WordSet.of(ADDING, WordSet.of("by", "emergency"));

    private Added() {}

    /** A value beside a clause: given unless the clause is about somebody else. */
    static Surety surety(ClauseBefore clause, int from) {
        boolean invited = false;
        for (int i = from; i >= clause.low; i--) {
            Surety told = told(clause, i, invited);
            if (told != null) {
                return told;
            }
            invited |= isInviting(clause, i);
        }
        return Surety.OFFERED;
    }

    /** What a word tells of the value; null if nothing. */
    private static @Nullable Surety told(ClauseBefore clause, int i, boolean invited) {
        WordRole role = clause.role(i);
        if (role == null) {
            boolean doer = i > 0 && clause.words.is(i - 1, "by") && clause.words.isCapitalised(i);
            boolean quoted = i > 0 && (clause.words.gap(i) == '"' || clause.words.gap(i) == '“');
            return noneIf(doer || quoted || isAnothers(clause, i));
        }
        return switch (role) {
            case ME, MINE -> me(clause, i);
            case MY -> my(clause, i);
            case I ->
                i > clause.low && ClauseBefore.beginsMine(clause.words, i)
                        ? Surety.OFFERED // "he's away, I'm buying it: …"
                        : null;
            case THIRD -> noneIf(other(clause, i) != null);
            case PERSON -> noneIf(!isTopic(clause, i));
            case EXCHANGE, SAY -> noneIf(isOthersDoing(clause, i, invited));
            case REACH, REACH_OR_LABEL -> noneIf(isTurning(clause, i));
            case YOUR -> {
                boolean yours = clause.words.is(i - 1, "from") && clause.isName(i - 2); // "Bo from your office"
                yield noneIf(yours || OwnershipWords.isPerson(clause.words, i + 1));
            }
            case RECORD, SEND -> noneIf(ADDING.has(clause.words, i) && clause.isName(i + 1));
            default -> null;
        };
    }

    private static @Nullable Surety noneIf(boolean others) {
        return others ? Surety.NONE : null;
    }

    /** "I called twice, you can …", "this is …": what was done before may have been done by the visitor. */
    private static boolean isInviting(ClauseBefore clause, int i) {
        WordRole role = clause.role(i);
        return role == WordRole.IT && clause.words.is(i, "this") && clause.role(i + 1) == WordRole.BE
                || role == WordRole.YOU && clause.isBoundary(i);
    }

    private static Surety me(ClauseBefore clause, int i) {
        WordRole verb = clause.role(i - 1);
        boolean others = (verb == EXCHANGE || verb == SAY) && clause.role(i - 2) != WordRole.YOU;
        if (clause.isReported(i) || others) {
            return Surety.NONE;
        }
        return clause.isVerb(i - 1) ? Surety.OWN : Surety.OFFERED;
    }

    /** "My cell: …", "my cell …"; null where something else than a number or an address is the visitor's. */
    private static @Nullable Surety my(ClauseBefore clause, int i) {
        if (!clause.namesLabel(i + 1)) {
            return null;
        }
        boolean beside = clause.isBoundary(clause.words.count()) || i + 2 == clause.words.count();
        return beside ? Surety.OWN : Surety.OFFERED;
    }

    /** Whether somebody but the visitor or the reader wrote, called or said something. */
    private static boolean isOthersDoing(ClauseBefore clause, int verb, boolean invited) {
        if (isLeft(clause, verb) || clause.words.is(verb - 1, "nobody")) {
            return false;
        }
        WordRole who = clause.role(clause.skipFillers(verb - 1));
        boolean compared = clause.words.is(verb - 1, "than")
                || clause.words.is(verb - 1, "over")
                || clause.words.is(verb - 1, "prefer");
        return who != WordRole.YOU && !(who == I && (clause.role(verb) == SAY || invited)) && !compared;
    }

    /** "Anna's …"; not "I'm Anna's sister", "returning Anna's call". */
    private static boolean isAnothers(ClauseBefore clause, int owner) {
        return clause.words.isPossessive(owner)
                && OwnershipWords.isOwner(clause.words, owner)
                && !clause.words.is(owner - 1, "returning")
                && !ClauseBefore.isSelf(clause.words, owner + 1);
    }

    /** "Leave a voicemail", "I can't take calls": what may pass, not what somebody did. */
    private static boolean isLeft(ClauseBefore clause, int exchange) {
        WordRole before = clause.role(exchange - 1);
        return before == WordRole.SEND || before == DETERMINER && clause.words.is(exchange - 2, "leave");
    }

    /** "4 people", "two kids". */
    private static boolean isCounted(ClauseBefore clause, int person) {
        return person > 0 && (clause.words.startsWithDigit(person - 1) || COUNTS.has(clause.words, person - 1));
    }

    /** Somebody else is spoken of, unless it is "could somebody …" or "my wife and I". */
    static @Nullable Surety other(ClauseBefore clause, int i) {
        boolean excepted = clause.words.is(i - 1, "not"); // "me, not her"
        if (excepted || clause.role(i - 1) == WordRole.ME && clause.role(i - 2) == WordRole.IT || isOfCall(clause, i)) {
            return null;
        }
        boolean both = clause.words.is(i - 1, "my") && clause.words.is(i - 2, "and");
        if (clause.words.is(i + 1, "and") && clause.role(i + 2) == I || both && clause.role(i - 3) == WordRole.ME) {
            return Surety.OWN;
        }
        if (clause.role(i + 1) == WordRole.PERSON && ClauseBefore.isSelf(clause.words, i + 1)) {
            return null;
        }
        if (clause.words.is(i, "people") && isCounted(clause, i)) {
            return null; // "for 4 people"
        }
        if (clause.words.is(i, "nobody") && clause.isBoundary(clause.words.count())) {
            return null; // "and nobody called back, …"
        }
        if (clause.words.is(i - 1, "one") && ClauseBefore.isSelf(clause.words, i)) {
            return Surety.OWN; // "I'm the one who answers, …"
        }
        if (clause.words.is(i, "they're") && clause.words.is(i + 1, "not") && clause.words.is(i + 2, "answering")) {
            return Surety.OFFERED; // told of the firm; public data has such a number as the visitor's
        }
        boolean asked = clause.words.is(i, "someone") || clause.words.is(i, "somebody") || clause.words.is(i, "anyone");
        return asked && clause.role(i - 1) == WordRole.MODAL ? null : Surety.NONE;
    }

    /** "Call me before he …", "me who's asking": somebody else comes into what the visitor asks for himself. */
    private static boolean isOfCall(ClauseBefore clause, int other) {
        for (int i = other - 1; i > clause.low; i--) {
            if (clause.role(i) == WordRole.ME) {
                return clause.isVerb(i - 1) && !clause.isReported(i);
            }
        }
        return false;
    }

    /** "Ring the agency", "speak with procurement"; not "I want to speak with …", "call the number". */
    private static boolean isTurning(ClauseBefore clause, int verb) {
        if (!TALKING.has(clause.words, verb) || clause.isNoun(verb)) {
            return false;
        }
        if (clause.words.is(verb, "contact") && clause.words.is(verb - 1, "emergency")) {
            return true;
        }
        boolean to = clause.words.is(verb + 1, "to")
                || clause.words.is(verb + 1, "with")
                || clause.words.is(verb + 1, "for");
        boolean the = clause.role(verb + 1) == DETERMINER && !clause.namesLabel(verb + 2);
        for (int i = verb - 1; to && i >= Math.max(clause.low, verb - 4); i--) {
            if (clause.role(i) == I) {
                return false;
            }
        }
        boolean plainly =
                clause.role(verb) == WordRole.REACH || clause.words.is(verb, "call") || clause.words.is(verb, "text");
        boolean name = plainly && clause.isName(verb + 1);
        boolean at = clause.role(verb + 1) == null && ClauseBefore.AT.has(clause.words, verb + 2);
        return the || name || at || to && clause.role(verb + 2) == null;
    }

    /** "My son needs …", "for my wife": what is wanted, not whom to call. */
    private static boolean isTopic(ClauseBefore clause, int person) {
        boolean wanted =
                clause.words.is(person - 1, "a") || clause.words.is(person - 1, "an") || isCounted(clause, person);
        if (clause.words.is(person + 1, "is") && clause.isName(person + 2)
                || clause.words.is(person + 1, "has") && clause.words.gap(clause.words.count()) == ':') {
            return false; // "my boss is Bo Lund, …", "my ex has access: …"
        }
        return wanted && clause.role(person + 1) != THIRD
                || ClauseBefore.isSelf(clause.words, person)
                || WANTING.has(clause.words, person + 1)
                || clause.words.is(person - 1, "for")
                || clause.words.is(person - 2, "for");
    }
}
