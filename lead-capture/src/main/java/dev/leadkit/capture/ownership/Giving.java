package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.WordRole.DETERMINER;
import static dev.leadkit.capture.ownership.WordRole.EXCHANGE;
import static dev.leadkit.capture.ownership.WordRole.FILLER;
import static dev.leadkit.capture.ownership.WordRole.I;
import static dev.leadkit.capture.ownership.WordRole.ME;
import static dev.leadkit.capture.ownership.WordRole.PERSON;
import static dev.leadkit.capture.ownership.WordRole.REACH;
import static dev.leadkit.capture.ownership.WordRole.REACH_OR_LABEL;
import static dev.leadkit.capture.ownership.WordRole.SAY;
import static dev.leadkit.capture.ownership.WordRole.SORT;
import static dev.leadkit.capture.ownership.WordRole.THIRD;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the words before a value, in its sentence, give it as the visitor's own.
 *
 * <p>A value that the grammar ties to what stands before it, by a verb or a preposition ("the leaflet has …", "on hold with
 * …"), is given only if the clause is one of few that give: "my number is", "call me on", "send it to", "I check", "it's", "the
 * best address is". One that merely stands beside the clause ("a table for two, …", "name Tove Lund phone …") is given unless the
 * clause is about somebody else. Words are read backwards; the first that settles the question wins.
 */
final class Giving {
    /** How sure it is that the value is given. */
    enum Surety {
        /** The visitor speaks of himself: "me", "my", "I". */
        OWN,
        /** Nothing else is said. */
        OFFERED,
        /** The clause says so of somebody else's, or of none. */
        NONE,
        /** The clause denies it: "no mails to …", "please do not share …". */
        REFUSED
    }

    private static final WordSet RECEIVING = WordSet.listed("from by with of for behind off past than like about");
    private static final WordSet CAME = WordSet.listed("from by of about like behind");
    private static final WordSet WISHES = WordSet.listed("like want need have get prefer love");

    private static final WordSet FROM = WordSet.listed("than von dal van depuis desde");

    /** The words that may speak against the value, whatever their roles. */
    static final WordSet TELLING = WordSet.of(FROM, WordSet.of("between", "whenever", "company's"));

    private static final WordSet RIGHT = WordSet.listed("correct right new proper");

    private final ClauseBefore clause;
    private final Words words;
    private final int low;

    /** Whether a thing or somebody is named between the word that is read and the value. */
    private boolean named;

    private boolean label;
    private boolean prose;
    private boolean live;

    private Giving(ClauseBefore clause) {
        this.clause = clause;
        this.words = clause.words;
        this.low = clause.low;
    }

    /** What the words before a value in its sentence make of it. */
    static Surety surety(Words before) {
        Giving giving = new Giving(new ClauseBefore(before));
        if (Denial.isDenied(giving.clause)) {
            return Surety.REFUSED;
        }
        int last = giving.clause.skipFillers(before.count() - 1);
        if (before.is(last, "and") && giving.hasBetween(last) || FROM.has(before, before.count() - 1)) {
            return Surety.NONE;
        }
        if (giving.isNewOne(before.count() - 1)) {
            return Surety.OWN;
        }
        if (giving.isDirected(before.count() - 1)) {
            return Surety.OFFERED;
        }
        boolean question = giving.clause.role(giving.low) == WordRole.BE && last > giving.low;
        if (question && !giving.clause.isBoundary(before.count()) && !Tie.isTied(giving.clause, last)) {
            return Surety.NONE; // "is the format … right?"
        }
        return Tie.isTied(giving.clause, last)
                ? giving.governed(last)
                : Added.surety(giving.clause, before.count() - 1);
    }

    /** "…, new one …"; not "her new one …". */
    private boolean isNewOne(int last) {
        boolean one = clause.role(last) == WordRole.LABEL && RIGHT.has(words, last - 1);
        return one && (last - 1 <= low || clause.isBoundary(last - 1));
    }

    /** "And the receipt to …", without a verb; not "your receipt to …". */
    private boolean isDirected(int to) {
        if (!words.is(to, "to") || !OwnershipWords.DOCUMENTS.has(words, to - 1)) {
            return false;
        }
        int i = to - 2;
        while (i >= low && !clause.isBoundary(i + 1)) {
            WordRole role = clause.role(i);
            if (role != DETERMINER && role != WordRole.MY && role != SORT && role != WordRole.JOIN && role != FILLER) {
                return false;
            }
            i--;
        }
        return true;
    }

    /** "The difference between your hotline and …". */
    private boolean hasBetween(int and) {
        for (int i = low; i < and; i++) {
            if (words.is(i, "between")) {
                return true;
            }
        }
        return false;
    }

    /** A clause that holds the value must be one that gives. */
    private Surety governed(int last) {
        for (int i = last; i >= low; i--) {
            Surety decided = governedBy(i, last);
            if (decided != null) {
                return decided;
            }
            if (i < last && clause.isBoundary(i) && i > low && label && !named) {
                return Added.surety(clause, i - 1);
            }
        }
        if (named || prose || CAME.has(words, last)) {
            return Surety.NONE;
        }
        boolean plain = clause.role(last) == WordRole.LINK && !RECEIVING.has(words, last);
        plain &= last - 1 <= low
                || words.is(last, "to")
                || clause.role(last - 1) != null
                || !clause.endsInS(last - 1); // "Karen sits at …"
        return label || plain || live ? Surety.OFFERED : Surety.NONE;
    }

    private @Nullable Surety governedBy(int i, int last) {
        WordRole role = clause.role(i);
        if (role == null) {
            named |= i > 0 && words.isCapitalised(i) && !CommonWords.isOrdinary(words, i);
            return OwnershipWords.isOwner(words, i) ? Surety.NONE : null;
        }
        return switch (role) {
            case ME -> me(i);
            case MINE -> Surety.OWN;
            case MY -> my(i);
            case I -> first(i, last);
            case IT -> it(i);
            case THIRD, PERSON -> Added.other(clause, i);
            case REACH, REACH_OR_LABEL, SEND, RECORD -> directed(i, role);
            case EXCHANGE, SAY, VERB -> told(i, role, last);
            case SORT -> {
                boolean whole = clause.namesLabel(i + 1) || i + 1 == last;
                boolean right = RIGHT.has(words, i) && clause.role(last) == WordRole.BE && whole;
                yield right ? Surety.OWN : null; // "the correct one is …", "the new is …"
            }
            case LINK -> {
                boolean to = words.is(i, "to") && i < last && !clause.isVerb(i + 1);
                yield to && (named || clause.hasOther(i + 1, last))
                        ? Surety.NONE
                        : null; // "send it to the office at …"
            }
            default -> {
                note(i, role);
                yield null;
            }
        };
    }

    private @Nullable Surety directed(int i, WordRole verb) {
        if (clause.isNoun(i)) {
            label |= !named;
            return null;
        }
        Surety decided = prose ? Surety.NONE : Directive.surety(clause, i, verb, named);
        label |= decided == null;
        return decided;
    }

    /** What matters for the words before it. */
    private void note(int i, WordRole role) {
        switch (role) {
            case LIVE -> live = true;
            case LABEL -> label |= !named;
            case YOUR, DETERMINER -> named |= !clause.namesLabel(i + 1);
            case BE -> {
                label |= clause.role(i - 1) == WordRole.MODAL && clause.skipFillers(i - 2) < low; // "should be …"
                prose |= words.is(i, "was") || words.is(i, "were") || words.is(i, "been") || words.is(i, "being");
                named |= !prose && !isNamedBefore(i);
            }
            case AUXILIARY -> prose |= !words.is(i, "have") || clause.role(i - 1) != I;
            default -> {}
        }
    }

    /** "Call me on …", "could you text me …"; not "he gave me …", "the letter said call me on …". */
    private Surety me(int i) {
        boolean last = i == words.count() - 1;
        WordRole verb = clause.role(i - 1);
        if (last && (verb == EXCHANGE || verb == SAY) && clause.role(i - 2) != WordRole.YOU) {
            return Surety.NONE;
        }
        if (last && verb == WordRole.BE) {
            return Surety.OWN; // "the main contact is me …"
        }
        if (last && words.gap(i + 1) == Words.BLANK && verb != REACH && verb != REACH_OR_LABEL) {
            return verb == null || verb == WordRole.LINK ? Surety.OFFERED : Surety.NONE;
        }
        if (verb == null && i > 0 && words.folded(i - 1).endsWith("ed")) {
            return Surety.NONE; // "your system merged me with …"
        }
        return words.is(i + 1, "to") && clause.isVerb(i + 2) || clause.isReported(i) ? Surety.NONE : Surety.OWN;
    }

    /** "My (new) number"; of "my boat" only the boat is known. */
    private @Nullable Surety my(int i) {
        boolean sort = clause.role(i + 1) == null && i + 1 < words.count() && !words.isPossessive(i + 1);
        if (!clause.namesLabel(i + 1) && !(sort && clause.role(i + 2) == WordRole.LABEL)) {
            named = true;
            return null;
        }
        boolean others = !clause.isBoundary(i)
                && !clause.isVerb(i - 1)
                && (clause.role(i - 2) == THIRD || clause.role(i - 2) == PERSON);
        boolean came = prose || CAME.has(words, words.count() - 1);
        return came || others || clause.isReported(i) ? Surety.NONE : Surety.OWN;
    }

    /** "I'm on …", "I check …", "I have a new number …"; not "I'm on hold with …", "I keep getting …". */
    private Surety first(int i, int last) {
        if (!CAME.has(words, last) && (live || label && !prose && !named)) {
            return Surety.OWN;
        }
        boolean plain = !named && !RECEIVING.has(words, last);
        for (int k = i + 1; k <= last && plain; k++) {
            WordRole role = clause.role(k);
            plain = role == WordRole.LINK
                    || role == WordRole.BE
                    || role == FILLER
                    || role == SORT
                    || role == WordRole.MODAL
                    || words.is(k, "have");
        }
        return plain ? Surety.OWN : Surety.NONE;
    }

    /** "It's …", "here is …", "that would be …"; not "is it …". */
    private @Nullable Surety it(int i) {
        if (words.is(i, "here") || words.is(i, "here's") || Tie.isPointer(clause, i) && words.is(i - 1, "here")) {
            return clause.isReported(i) ? Surety.NONE : Surety.OWN; // "… so here it is …"
        }
        if (!Tie.isPointer(clause, i)) {
            return words.is(i, "that") && i == words.count() - 1 && clause.role(i - 1) != WordRole.LINK
                    ? Surety.NONE
                    : null; // "that … number"
        }
        if (words.is(i, "there") && clause.role(i + 1) == WordRole.BE) {
            return Surety.NONE; // "in the manual there is …"
        }
        if (words.is(i, "this") && i + 2 < words.count() && words.isCapitalised(i + 2)) {
            return Surety.OFFERED; // "this is Tove of Skiff Boats on …"
        }
        boolean asked = clause.role(i - 1) == WordRole.BE;
        boolean happens = words.is(low, "whenever"); // "whenever I pick up it's …"
        return asked || happens || prose || named ? Surety.NONE : Added.surety(clause, i - 1);
    }

    /** "I can be reached on …", "I gave …", "they're not answering at …"; else what happened is the other end's. */
    private Surety told(int i, WordRole role, int last) {
        if (words.is(i, "know") && clause.role(i - 1) == ME) {
            return me(i - 1); // "let me know at …"
        }
        if (words.is(i, "voicemail") && clause.role(i - 1) == DETERMINER && clause.role(i - 2) == ME) {
            return me(i - 2); // "leave me a voicemail at …"
        }
        int by = i - 1;
        boolean passive = false;
        while (by >= low && !clause.isBoundary(by + 1)) {
            WordRole before = clause.role(by);
            if (before == WordRole.BE) {
                passive = true;
            } else if (before != FILLER && before != WordRole.AUXILIARY && before != WordRole.MODAL) {
                break;
            }
            by--;
        }
        if (words.is(i, "asked") && clause.role(by) == WordRole.YOU) {
            return Added.surety(clause, by);
        }
        boolean changed = words.is(i, "changed") && words.is(last, "to") && clause.role(by - 1) == WordRole.MY;
        if (changed && clause.namesLabel(by)) {
            return Surety.OWN; // "my number has changed to …"
        }
        boolean mine = clause.role(by) == I;
        boolean reached = passive
                && !words.folded(i).endsWith("ing")
                && (role == EXCHANGE || words.is(i, "found"))
                && !RECEIVING.has(words, last);
        if (words.is(i, "goes") && i >= last - 1 && by >= low && isThing(by)) {
            return clause.role(by) == WordRole.IT ? Surety.OWN : Added.surety(clause, by); // "the quotation goes to …"
        }
        if (role == EXCHANGE && words.is(last, "to") && isWished(i)) {
            return Surety.OWN;
        }
        if (role == EXCHANGE && clause.role(by) == WordRole.YOU && words.is(by - 1, "if")) {
            return Surety.OFFERED; // "I'd prefer if you emailed …"
        }
        boolean gave = words.is(i, "gave") && !words.is(i + 1, "up") || words.is(i, "said") || words.is(i, "used");
        return mine && (reached || gave) ? Surety.OWN : Surety.NONE;
    }

    private boolean isThing(int word) {
        WordRole role = clause.role(word);
        return role == null ? !words.isCapitalised(word) || word == 0 : role == WordRole.LABEL || role == WordRole.IT;
    }

    /** "I'd like the report sent to …". */
    private boolean isWished(int sent) {
        for (int i = sent - 1; i >= low; i--) {
            if (WISHES.has(words, i) && clause.role(i - 1) != SAY) {
                return clause.role(sent - 1) != I;
            }
        }
        return false;
    }

    /** "The number is", "it is", "the best is". */
    private boolean isNamedBefore(int be) {
        int subject = clause.skipFillers(be - 1);
        while (clause.role(subject) == WordRole.MODAL) {
            subject = clause.skipFillers(subject - 1);
        }
        WordRole role = clause.role(subject);
        if (role == null) {
            return subject < 0;
        }
        label |= role == SORT;
        return switch (role) {
            case LABEL, REACH_OR_LABEL, SORT, IT, MINE, I, ME -> true;
            default -> false;
        };
    }
}
