package dev.leadkit.capture.extract;

import static dev.leadkit.capture.extract.WordRole.DETERMINER;
import static dev.leadkit.capture.extract.WordRole.EXCHANGE;
import static dev.leadkit.capture.extract.WordRole.FILLER;
import static dev.leadkit.capture.extract.WordRole.I;
import static dev.leadkit.capture.extract.WordRole.LABEL;
import static dev.leadkit.capture.extract.WordRole.LIVE;
import static dev.leadkit.capture.extract.WordRole.ME;
import static dev.leadkit.capture.extract.WordRole.PERSON;
import static dev.leadkit.capture.extract.WordRole.REACH;
import static dev.leadkit.capture.extract.WordRole.REACH_OR_LABEL;
import static dev.leadkit.capture.extract.WordRole.RECORD;
import static dev.leadkit.capture.extract.WordRole.SAY;
import static dev.leadkit.capture.extract.WordRole.SEND;
import static dev.leadkit.capture.extract.WordRole.SORT;
import static dev.leadkit.capture.extract.WordRole.THIRD;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the words before a value, in its sentence, give it as the visitor's own.
 *
 * <p>A value that the grammar ties to what stands before it, by a verb or a preposition ("the leaflet has …", "on hold with
 * …"), is given only if the clause is one of few that give: "my number is", "call me on", "send it to", "I check", "it's", "the
 * best address is". One that is merely added ("a table for two, …", "name Tove Lund phone …") is, unless somebody else is
 * spoken of. Read backwards, the nearest word that decides does.
 */
final class Giving {
    /** How sure it is that the value is given. */
    enum Evidence {
        /** The visitor speaks of himself: "me", "my", "I". */
        OWN,
        /** Nothing else is said. */
        OFFERED,
        /** The clause says so of somebody else's, or of none. */
        NONE,
        /** The clause denies it: "no mails to …", "please do not share …". */
        REFUSED
    }

    private static final int REACH_BACK = 14;

    private static final WordSet ASKING = OwnershipWords.words("do does did have has had why are were didn't don't");
    private static final WordSet FREE = OwnershipWords.words("""
            you free hesitate forget best easiest quickest possible able fine ok okay better sure remember happy good want
            need like""");
    private static final WordSet RECEIVING =
            OwnershipWords.words("from by with of for behind off past than like about");
    private static final WordSet USING = OwnershipWords.words("use go reply respond answer give take");
    private static final WordSet CONDITIONS = OwnershipWords.words("if when once whenever as suppose should");
    private static final WordSet UNDENIED =
            OwnershipWords.words("hesitate forget worry mind know remember only sure a if why answering");
    private static final WordSet CAME = OwnershipWords.words("from by of about like behind");
    private static final WordSet TALKING =
            OwnershipWords.words("ask talk speak call contact email text ring reach phone buzz");
    private static final WordSet WISHES = OwnershipWords.words("like want need have get prefer love");
    private static final WordSet AT = OwnershipWords.words("at on via under through by");
    private static final WordSet WANTING = OwnershipWords.words(
            "needs wants loves likes would said says told asked recommended referred is has and will");

    private final Words words;
    private final int low;

    /** Whether a thing or somebody is named between the word that is read and the value. */
    private boolean named;

    private boolean label;
    private boolean prose;
    private boolean live;

    private Giving(Words words) {
        this.words = words;
        int from = words.count();
        while (from > Math.max(0, words.count() - REACH_BACK) && !WordsBefore.isPartOfValue(words, from - 1)) {
            from--;
        }
        this.low = from;
    }

    /** What the words before a value in its sentence make of it. */
    static Evidence evidence(Words before) {
        Giving giving = new Giving(before);
        if (giving.isRefused()) {
            return Evidence.REFUSED;
        }
        int last = giving.skipFillers(before.count() - 1);
        boolean question = WordRole.of(before, giving.low) == WordRole.BE && last > giving.low;
        if (question && !giving.isBoundary(before.count()) && !giving.isTied(last)) {
            return Evidence.NONE; // "is the format … right?"
        }
        return giving.isTied(last) ? giving.governed(last) : giving.added(before.count() - 1);
    }

    /** Over fillers; -1 where only they stand in the clause. */
    private int skipFillers(int from) {
        int i = from;
        while (i >= low && WordRole.of(words, i) == FILLER) {
            if (isBoundary(i)) {
                return -1;
            }
            i--;
        }
        return i;
    }

    /** Whether a clause may end before a word. */
    private boolean isBoundary(int word) {
        char gap = words.gap(word);
        return gap != Words.BLANK && gap != '\'' && gap != '"' && gap != '“' && gap != '*';
    }

    private boolean isTied(int word) {
        WordRole role = WordRole.of(words, word);
        if (role == null) {
            return isTiedByForm(word);
        }
        return switch (role) {
            case BE -> true;
            case IT -> isPointer(word);
            case LINK, AUXILIARY, MODAL, REACH, REACH_OR_LABEL, SEND, RECORD, LIVE, EXCHANGE, SAY, VERB, ME, YOU, I -> {
                char gap = words.gap(words.count());
                yield gap == ':' || !isBoundary(words.count());
            }
            default -> false;
        };
    }

    /** "No more mails to …", "not reachable at …"; not "don't hesitate to call …", "not a problem, …", after "me" or "my". */
    private boolean isRefused() {
        for (int i = words.count() - 1; i >= low && !isBoundary(i + 1); i--) {
            WordRole role = WordRole.of(words, i);
            WordRole next = WordRole.of(words, i + 1);
            if (role == ME || role == WordRole.MY || role == WordRole.MINE) {
                return false;
            }
            boolean no = words.is(i, "no")
                    && (words.is(i + 1, "more") || next == REACH_OR_LABEL || words.is(i + 1, "emails"));
            boolean not = OwnershipWords.NOT.has(words, i) || words.is(i, "isn't");
            if (no && i + 1 < words.count() - 1 || not && !UNDENIED.has(words, i + 1) && !UNDENIED.has(words, i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "The form rejected …", "keeps putting …". */
    private boolean isTiedByForm(int word) {
        if (word < 1 || words.isCapitalised(word) || isBoundary(words.count())) {
            return false;
        }
        String form = words.folded(word);
        if (form.endsWith("ing")) {
            return WordRole.of(words, word - 1) == WordRole.VERB;
        }
        for (int i = word - 1; i >= Math.max(low, word - 3) && form.endsWith("ed"); i--) {
            WordRole role = WordRole.of(words, i);
            if (role == WordRole.YOUR || role == I || role == WordRole.YOU || role == THIRD || role == DETERMINER) {
                return true;
            }
        }
        return false;
    }

    /** A clause that holds the value must be one that gives. */
    private Evidence governed(int last) {
        for (int i = last; i >= low; i--) {
            Evidence decided = governedBy(i, last);
            if (decided != null) {
                return decided;
            }
            if (i < last && isBoundary(i) && i > low && label && !named) {
                return added(i - 1);
            }
        }
        if (named || prose || CAME.has(words, last)) {
            return Evidence.NONE;
        }
        boolean plain = WordRole.of(words, last) == WordRole.LINK && !RECEIVING.has(words, last);
        plain &= last - 1 <= low || WordRole.of(words, last - 1) != null || !endsInS(last - 1); // "Karen sits at …"
        return label || plain || live ? Evidence.OFFERED : Evidence.NONE;
    }

    private @Nullable Evidence governedBy(int i, int last) {
        WordRole role = WordRole.of(words, i);
        if (role == null) {
            named |= i > 0 && words.isCapitalised(i) && !CommonWords.isOrdinary(words.folded(i));
            return OwnershipWords.isOwner(words, i) ? Evidence.NONE : null;
        }
        switch (role) {
            case ME -> {
                return me(i);
            }
            case MINE -> {
                return Evidence.OWN;
            }
            case MY -> {
                return my(i);
            }
            case I -> {
                return first(i, last);
            }
            case IT -> {
                return it(i);
            }
            case THIRD, PERSON -> {
                return other(i);
            }
            case REACH, REACH_OR_LABEL, SEND, RECORD -> {
                if (isNoun(i)) {
                    label |= !named;
                    return null;
                }
                return directive(i, role, last);
            }
            case LIVE -> live = true;
            case EXCHANGE, SAY, VERB -> {
                return told(i, role, last);
            }
            case LABEL -> label |= !named;
            case YOUR, DETERMINER -> named |= !namesLabel(i + 1);
            case LINK -> {
                if (words.is(i, "to") && i < last && !isVerb(i + 1) && (named || hasOther(i + 1, last))) {
                    return Evidence.NONE; // "send it to the office at …"
                }
            }
            case BE -> {
                prose |= words.is(i, "was") || words.is(i, "were") || words.is(i, "been") || words.is(i, "being");
                named |= !prose && !isNamedBefore(i);
            }
            case AUXILIARY -> prose |= !words.is(i, "have") || WordRole.of(words, i - 1) != I;
            default -> {}
        }
        return null;
    }

    /** A word that says nothing of the value itself. */
    private boolean hasOther(int from, int to) {
        for (int k = from; k < to; k++) {
            if (WordRole.of(words, k) == null && !words.startsWithDigit(k)) {
                return true;
            }
        }
        return false;
    }

    /** Somebody else is spoken of, unless it is "could somebody …" or "my wife and I". */
    private @Nullable Evidence other(int i) {
        if (words.is(i + 1, "and") && WordRole.of(words, i + 2) == I) {
            return Evidence.OWN;
        }
        if (words.is(i, "they're") && words.is(i + 1, "not") && words.is(i + 2, "answering")) {
            return Evidence.OFFERED; // so that corpora have it
        }
        boolean asked = words.is(i, "someone") || words.is(i, "somebody") || words.is(i, "anyone");
        return asked && WordRole.of(words, i - 1) == WordRole.MODAL ? null : Evidence.NONE;
    }

    /** "Call me on …", "could you text me …"; not "he gave me …", "the letter said call me on …". */
    private Evidence me(int i) {
        boolean last = i == words.count() - 1;
        WordRole verb = WordRole.of(words, i - 1);
        if (last && (verb == EXCHANGE || verb == SAY) && WordRole.of(words, i - 2) != WordRole.YOU) {
            return Evidence.NONE;
        }
        if (last && words.gap(i + 1) == Words.BLANK && verb != REACH && verb != REACH_OR_LABEL) {
            return verb == null || verb == WordRole.LINK ? Evidence.OFFERED : Evidence.NONE;
        }
        if (verb == null && i > 0 && words.folded(i - 1).endsWith("ed")) {
            return Evidence.NONE; // "your system merged me with …"
        }
        return words.is(i + 1, "to") && isVerb(i + 2) || isReported(i) ? Evidence.NONE : Evidence.OWN;
    }

    /** "My (new) number"; of "my boat" only the boat is known. */
    private @Nullable Evidence my(int i) {
        if (!namesLabel(i + 1)) {
            named = true;
            return null;
        }
        boolean others = !isBoundary(i)
                && !isVerb(i - 1)
                && (WordRole.of(words, i - 2) == THIRD || WordRole.of(words, i - 2) == PERSON);
        boolean came = prose || CAME.has(words, words.count() - 1);
        return came || others || isReported(i) ? Evidence.NONE : Evidence.OWN;
    }

    /** Whether somebody else says it: "she goes …", "the text read …". */
    private boolean isReported(int from) {
        for (int i = from - 1; i >= low; i--) {
            if (words.gap(i + 1) == '"' || words.gap(i + 1) == '“') {
                return true;
            }
            WordRole said = WordRole.of(words, i);
            if (words.is(i, "read") && words.gap(i + 1) == ':') {
                return true;
            }
            if (said == SAY) {
                WordRole who = WordRole.of(words, skipFillers(i - 1));
                return who != I && who != WordRole.YOU && !words.is(i + 1, "for");
            }
        }
        return false;
    }

    /** "I'm on …", "I check …", "I have a new number …"; not "I'm on hold with …", "I keep getting …". */
    private Evidence first(int i, int last) {
        if (live && !CAME.has(words, last) || label && !prose && !named) {
            return Evidence.OWN;
        }
        boolean plain = !named && !RECEIVING.has(words, last);
        for (int k = i + 1; k <= last && plain; k++) {
            WordRole role = WordRole.of(words, k);
            plain = role == WordRole.LINK
                    || role == WordRole.BE
                    || role == FILLER
                    || role == SORT
                    || role == WordRole.MODAL
                    || words.is(k, "have");
        }
        return plain ? Evidence.OWN : Evidence.NONE;
    }

    /** "It's …", "here is …", "that would be …"; not "is it …". */
    private @Nullable Evidence it(int i) {
        if (!isPointer(i)) {
            return null;
        }
        boolean asked = WordRole.of(words, i - 1) == WordRole.BE;
        return asked || prose || named ? Evidence.NONE : added(i - 1);
    }

    private boolean isPointer(int it) {
        return words.isPossessive(it)
                || WordRole.of(words, it + 1) == WordRole.BE
                || WordRole.of(words, it + 1) == WordRole.MODAL
                || words.is(it, "its")
                || words.is(it, "thats");
    }

    /** "Send it to …", "please call …", "could you use …"; not "I need to call …", "customers call …", "did you call …". */
    private @Nullable Evidence directive(int i, WordRole verb, int last) {
        boolean person = verb == REACH || verb == REACH_OR_LABEL;
        boolean object = named || AT.has(words, last) && hasOther(i + 1, last);
        if (person && object && !words.is(last, "to")) {
            return Evidence.NONE;
        }
        if (prose) {
            return Evidence.NONE;
        }
        int by = isBoundary(i) ? -1 : skipFillers(i - 1);
        if (by < low) {
            return verb == SEND ? Evidence.OFFERED : added(i - 1);
        }
        WordRole subject = WordRole.of(words, by);
        if (subject == null) {
            return by > 0 && words.isCapitalised(by) || endsInS(by) && !isCondition(by) ? Evidence.NONE : added(by);
        }
        switch (subject) {
            case YOU -> {
                return ASKING.has(words, skipFillers(by - 1)) ? Evidence.NONE : added(by - 1);
            }
            case MODAL -> {
                WordRole who = WordRole.of(words, skipFillers(by - 1));
                boolean thing = verb == SEND && who != I && who != THIRD && who != PERSON;
                return thing || who == WordRole.YOU || who == null && by == low ? added(by - 1) : Evidence.NONE;
            }
            case LINK -> {
                WordRole wanted = WordRole.of(words, by - 2); // "the firm wants you to …"
                boolean freed = FREE.has(words, by - 1) && !isFirst(by - 2) && wanted != SAY && wanted != WordRole.VERB;
                boolean free = words.is(by, "to") && (verb == RECORD || freed);
                return free || !words.is(by, "to") ? Evidence.OFFERED : Evidence.NONE;
            }
            case I -> {
                boolean mine = (verb == RECORD || USING.has(words, i)) && !CONDITIONS.has(words, by - 1);
                return mine ? Evidence.OWN : Evidence.NONE;
            }
            case THIRD -> {
                return other(by) == null ? added(by - 2) : Evidence.NONE;
            }
            case ME -> {
                return verb == RECORD ? Evidence.OFFERED : Evidence.NONE; // "he made me write to …"
            }
            case JOIN, FILLER, LABEL, SORT, IT, MINE -> {
                return added(by);
            }
            case REACH, REACH_OR_LABEL, SEND, RECORD, LIVE -> {
                if (isNoun(by)) {
                    return added(by);
                }
                label = true;
                return null; // "call or text", "write an email to"
            }
            default -> {
                return Evidence.NONE;
            }
        }
    }

    private boolean isCondition(int to) {
        for (int i = to; i >= low; i--) {
            if (CONDITIONS.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFirst(int i) {
        WordRole role = WordRole.of(words, i);
        return role == I || words.is(i, "don't");
    }

    /** "I can be reached on …", "I gave …", "they're not answering at …"; else what happened is the other end's. */
    private Evidence told(int i, WordRole role, int last) {
        if (words.is(i, "know") && WordRole.of(words, i - 1) == ME) {
            return me(i - 1); // "let me know at …"
        }
        int by = i - 1;
        boolean passive = false;
        while (by >= low && !isBoundary(by + 1)) {
            WordRole before = WordRole.of(words, by);
            if (before == WordRole.BE) {
                passive = true;
            } else if (before != FILLER && before != WordRole.AUXILIARY && before != WordRole.MODAL) {
                break;
            }
            by--;
        }
        if (words.is(i, "asked") && WordRole.of(words, by) == WordRole.YOU) {
            return added(by);
        }
        boolean mine = WordRole.of(words, by) == I;
        boolean reached = passive
                && !words.folded(i).endsWith("ing")
                && (role == EXCHANGE || words.is(i, "found"))
                && !RECEIVING.has(words, last);
        if (role == EXCHANGE && words.is(last, "to") && isWished(i)) {
            return Evidence.OWN;
        }
        boolean gave = words.is(i, "gave") && !words.is(i + 1, "up") || words.is(i, "said");
        return mine && (reached || gave) ? Evidence.OWN : Evidence.NONE;
    }

    /** "I'd like the report sent to …". */
    private boolean isWished(int sent) {
        for (int i = sent - 1; i >= low; i--) {
            if (WISHES.has(words, i) && WordRole.of(words, i - 1) != SAY) {
                return WordRole.of(words, sent - 1) != I;
            }
        }
        return false;
    }

    /** A value beside a clause: given unless the clause is about somebody else. */
    private Evidence added(int from) {
        for (int i = from; i >= low; i--) {
            WordRole role = WordRole.of(words, i);
            if (role == null) {
                boolean doer = i > 0 && words.is(i - 1, "by") && words.isCapitalised(i);
                boolean quoted = i > 0 && (words.gap(i) == '"' || words.gap(i) == '“');
                if (doer || quoted || words.isPossessive(i) && OwnershipWords.isOwner(words, i)) {
                    return Evidence.NONE;
                }
                continue;
            }
            switch (role) {
                case ME, MINE -> {
                    WordRole verb = WordRole.of(words, i - 1);
                    boolean others = (verb == EXCHANGE || verb == SAY) && WordRole.of(words, i - 2) != WordRole.YOU;
                    return isReported(i) || others ? Evidence.NONE : Evidence.OFFERED;
                }
                case MY -> {
                    if (namesLabel(i + 1)) {
                        return Evidence.OFFERED;
                    }
                }
                case THIRD -> {
                    if (other(i) != null) {
                        return Evidence.NONE;
                    }
                }
                case PERSON -> {
                    if (!isTopic(i)) {
                        return Evidence.NONE;
                    }
                }
                case EXCHANGE, SAY -> {
                    WordRole who = WordRole.of(words, skipFillers(i - 1));
                    if (who != WordRole.YOU && !(who == I && role == SAY)) {
                        return Evidence.NONE;
                    }
                }
                case REACH, REACH_OR_LABEL -> {
                    if (isTurning(i)) {
                        return Evidence.NONE;
                    }
                }
                case YOUR -> {
                    if (OwnershipWords.isPerson(words, i + 1)) {
                        return Evidence.NONE;
                    }
                }
                default -> {}
            }
        }
        return Evidence.OFFERED;
    }

    /** "Ring the agency", "speak with procurement"; not "I want to speak with …", "call the number". */
    private boolean isTurning(int verb) {
        if (!TALKING.has(words, verb) || isNoun(verb)) {
            return false;
        }
        if (words.is(verb, "contact") && words.is(verb - 1, "emergency")) {
            return true;
        }
        boolean to = words.is(verb + 1, "to") || words.is(verb + 1, "with") || words.is(verb + 1, "for");
        boolean the = WordRole.of(words, verb + 1) == DETERMINER && !namesLabel(verb + 2);
        for (int i = verb - 1; to && i >= Math.max(low, verb - 4); i--) {
            if (WordRole.of(words, i) == I) {
                return false;
            }
        }
        boolean at = WordRole.of(words, verb + 1) == null && AT.has(words, verb + 2);
        return the || at || to && WordRole.of(words, verb + 2) == null;
    }

    /** "My son needs …", "for my wife": what is wanted, not whom to call. */
    private boolean isTopic(int person) {
        boolean wanted = words.is(person - 1, "a") || words.is(person - 1, "an");
        return wanted && WordRole.of(words, person + 1) != THIRD
                || WANTING.has(words, person + 1)
                || words.is(person - 1, "for")
                || words.is(person - 2, "for");
    }

    private boolean namesLabel(int from) {
        int i = from;
        while (WordRole.of(words, i) == SORT || OwnershipWords.SORTS.has(words, i)) {
            i++;
        }
        WordRole role = WordRole.of(words, i);
        return i >= words.count() || role == LABEL || role == REACH_OR_LABEL || OwnershipWords.CHANNELS.has(words, i);
    }

    /** "The number is", "it is", "the best is". */
    private boolean isNamedBefore(int be) {
        int subject = skipFillers(be - 1);
        while (WordRole.of(words, subject) == WordRole.MODAL) {
            subject = skipFillers(subject - 1);
        }
        WordRole role = WordRole.of(words, subject);
        if (role == null) {
            return subject < 0;
        }
        label |= role == SORT;
        return switch (role) {
            case LABEL, REACH_OR_LABEL, SORT, IT, MINE, I, ME -> true;
            default -> false;
        };
    }

    private boolean isNoun(int word) {
        WordRole before = WordRole.of(words, word - 1);
        if (before == null) {
            return word > 0 && words.isPossessive(word - 1);
        }
        boolean label = WordRole.of(words, word) == REACH_OR_LABEL;
        return switch (before) {
            case DETERMINER, MY, YOUR -> true;
            case SORT, LABEL, REACH_OR_LABEL -> label && !isBoundary(word);
            default -> label && WordRole.of(words, word + 1) == WordRole.BE;
        };
    }

    private boolean isVerb(int word) {
        WordRole role = WordRole.of(words, word);
        return role == REACH || role == REACH_OR_LABEL || role == SEND || role == RECORD || role == LIVE;
    }

    private boolean endsInS(int word) {
        String folded = words.folded(word);
        return folded.length() > 3 && folded.endsWith("s") && !folded.endsWith("ss");
    }
}
