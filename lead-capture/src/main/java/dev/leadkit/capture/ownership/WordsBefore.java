package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.OwnershipWords.CHANNELS;
import static dev.leadkit.capture.ownership.OwnershipWords.DROPPING;
import static dev.leadkit.capture.ownership.OwnershipWords.GONE;
import static dev.leadkit.capture.ownership.OwnershipWords.LINKS;
import static dev.leadkit.capture.ownership.OwnershipWords.MY;
import static dev.leadkit.capture.ownership.OwnershipWords.NOT;
import static dev.leadkit.capture.ownership.OwnershipWords.REACHING;
import static dev.leadkit.capture.ownership.OwnershipWords.RELATIONS;
import static dev.leadkit.capture.ownership.OwnershipWords.SORTS;
import static dev.leadkit.capture.ownership.OwnershipWords.THEIR;
import static dev.leadkit.capture.ownership.OwnershipWords.THEM;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the words before a value, in its sentence, say about whose it is. They are read backwards; the sign nearest to the
 * value decides, and nothing before another address or number counts.
 */
final class WordsBefore {
    private static final int REACH = 12;
    private static final int MAX_NAME = 2;

    private enum Decision {
        OWN(null),
        THIRD_PARTY(Objection.THIRD_PARTY),
        NEGATED(Objection.NEGATED);

        final @Nullable Objection objection;

        Decision(@Nullable Objection objection) {
            this.objection = objection;
        }
    }

    private static final WordSet BUT = WordSet.of("but", "sondern", "sino", "maar", "pero", "ale");
    private static final WordSet DENIALS = WordSet.of("not", "isn't", "isnt", "nicht");
    private static final WordSet FIRM = WordSet.of("you", "us", "your");
    private static final WordSet WRITING = WordSet.listed("email e-mail mail");
    private static final WordSet CALLING = WordSet.listed("call ring phone text");
    private static final WordSet REACHING_ON = WordSet.of("ever", "to", "or");

    /** One's own is not copied. */
    private static final WordSet COPYING = WordSet.of("cc", "bcc", "cc'ing", "copying", "loop", "ask");

    private static final WordSet WHO = WordSet.of("who", "whose");

    /** The words that may speak against the value. */
    static final WordSet TELLING = WordSet.of(
            THEIR,
            THEM,
            RELATIONS,
            DROPPING,
            NOT,
            GONE,
            BUT,
            DENIALS,
            WHO,
            COPYING,
            WordSet.of("your", "instead", "rather", "longer", "used", "lost", "access", "no", "ne"));

    /** The words that may decide, apart from those that {@link OwnershipWords#isOwner} knows. */
    private static final WordSet SIGNS = WordSet.of(TELLING, MY, FIRM, WordSet.of("mine", "me"));

    private WordsBefore() {}

    /** @param number whether the value is a number, not an address */
    static @Nullable Objection objection(Words words, boolean number) {
        Decision decision = decision(words, number);
        return decision == null ? null : decision.objection;
    }

    private static @Nullable Decision decision(Words words, boolean number) {
        int count = words.count();
        if (isChangedFrom(words)) {
            return Decision.NEGATED;
        }
        for (int i = count - 1; i >= Math.max(0, count - REACH); i--) {
            Decision decision = sign(words, i);
            if (decision == Decision.NEGATED && isOtherChannel(words, i, number)) {
                return null;
            }
            if (decision != null) {
                return decision;
            }
            if (isPartOfValue(words, i) || ClauseBefore.beginsMine(words, i)) {
                return null;
            }
        }
        return null;
    }

    /** "Don't email, …" before a number, "no calls, …" before an address. */
    private static boolean isOtherChannel(Words words, int not, boolean number) {
        int last = words.count() - 1;
        return last - not <= 2
                && NOT.has(words, not)
                && words.gap(last + 1) == ','
                && (number ? WRITING : CALLING).has(words, last);
    }

    /** A piece of another address or number. */
    static boolean isPartOfValue(Words words, int i) {
        return words.gap(i) == '@'
                || i > 0 && words.gap(i) == '.' && words.start(i) == words.end(i - 1) + 1
                || words.length(i) > 2 && words.startsWithDigit(i);
    }

    private static @Nullable Decision sign(Words words, int i) {
        if (!SIGNS.has(words, i) && !OwnershipWords.isOwner(words, i)) {
            return null;
        }
        Decision decision = refusal(words, i);
        return decision == null ? owner(words, i) : decision;
    }

    private static @Nullable Decision refusal(Words words, int i) {
        int count = words.count();
        String word = words.folded(i);
        boolean last = i == count - 1;
        if (BUT.contains(word)) {
            boolean any = words.is(i - 1, "anything") || words.is(i - 1, "everything") || words.is(i - 1, "all");
            return any && last ? Decision.NEGATED : Decision.OWN;
        }
        boolean linked = last || i == count - 2 && LINKS.has(words, count - 1);
        boolean denied = DENIALS.contains(word) || last && NOT.contains(word);
        if (denied && linked && !words.is(i + 1, "with")) {
            return Decision.NEGATED;
        }
        if (GONE.contains(word) && (last || CHANNELS.has(words, i + 1) && !hasComma(words, i + 2))) {
            return Decision.NEGATED;
        }
        if (COPYING.contains(word) && (last || i == count - 2 && words.is(count - 1, "in"))) {
            return Decision.THIRD_PARTY; // "cc …", "loop in …"
        }
        boolean instead =
                word.equals("instead") && words.is(i + 1, "of") || word.equals("rather") && words.is(i + 1, "than");
        boolean works = i + 2 < count && words.gap(count) == ','; // "it no longer works, …"
        boolean longer = word.equals("longer") && words.is(i - 1, "no") && !works && !hasTurn(words, i);
        boolean used =
                word.equals("used") && words.is(i + 1, "to") && (words.is(i + 2, "have") || words.is(i + 2, "be"));
        boolean lost = word.equals("lost") || word.equals("access") && words.is(i - 1, "lost");
        if (instead || longer || used || lost && count - i <= 4) {
            return Decision.NEGATED;
        }
        boolean dropped = last || LINKS.has(words, i + 1) && !words.is(i + 1, "to");
        if (DROPPING.contains(word) && dropped && !hasTurn(words, i)) {
            return words.is(i - 1, "don't") && word.equals("forget") ? null : Decision.NEGATED;
        }
        if (NOT.contains(word)) {
            return isProhibition(words, i) ? Decision.NEGATED : null;
        }
        return word.equals("no") && words.is(i + 1, "me")
                        || word.equals("ne") && (words.is(count - 2, "pas") || words.is(i + 1, "plus"))
                ? Decision.NEGATED
                : null;
    }

    /** "wrong number, it is …", "an old one its …": what follows is the right one. */
    private static boolean hasComma(Words words, int from) {
        for (int i = from; i < words.count(); i++) {
            if (words.gap(i) == ',' || words.is(i, "so") || words.is(i, "its") || words.is(i, "it's")) {
                return true;
            }
        }
        return false;
    }

    /** "change my number from …". */
    private static boolean isChangedFrom(Words words) {
        int last = words.count() - 1;
        for (int i = last - 1; words.is(last, "from") && i >= Math.max(0, last - 4); i--) {
            if (words.is(i, "change") || words.is(i, "switch") || words.is(i, "update")) {
                return true;
            }
        }
        return false;
    }

    /** "don't (ever) call …", "stop writing to …", "I don't have …"; not "don't hesitate to call …". */
    private static boolean isProhibition(Words words, int not) {
        int next = not + 1;
        while (words.is(next, "ever") || words.is(next, "please") || words.is(next, "to")) {
            next++;
        }
        String verb = words.foldedOrEmpty(next);
        boolean has = (verb.equals("have") || verb.equals("own")) && next == words.count() - 1;
        boolean refused = REACHING.contains(verb)
                || has
                || (words.is(not, "nicht") || words.is(not, "niet")) && words.count() - not <= 2;
        return refused && !hasTurn(words, next);
    }

    /** "don't (ever) call me on …"; not "don't hesitate to call me", "why don't you call me". */
    private static boolean isProhibited(Words words, int me) {
        int not = me - 1;
        boolean several = false; // "don't call, text or email me"
        while (not >= 0 && (REACHING.has(words, not) || REACHING_ON.has(words, not))) {
            if (words.gap(not + 1) == ',' && !several) {
                return false; // "don't call, mail me"
            }
            several |= words.is(not, "or");
            not--;
        }
        return not < me - 1 && not >= 0 && (NOT.has(words, not) && !words.is(me - 2, "to")) || words.is(me - 1, "no");
    }

    /** "don't call my office (…"; not "don't call my office, call …", "why don't you call my mobile". */
    private static boolean isProhibitedMine(Words words, int my) {
        return REACHING.has(words, my - 1)
                && NOT.has(words, my - 2)
                && isProhibition(words, my - 2)
                && namesChannelAtEnd(words, my + 1);
    }

    private static boolean namesChannelAtEnd(Words words, int from) {
        int last = words.count() - 1;
        boolean linked = last > from && LINKS.has(words, last);
        int channel = linked ? last - 1 : last;
        return channel >= from && channel - from < 3 && (CHANNELS.has(words, channel) || SORTS.has(words, channel));
    }

    /** "don't use the old one, use …": after the turn the visitor speaks of the good value. */
    private static boolean hasTurn(Words words, int from) {
        for (int i = from + 1; i < words.count(); i++) {
            if (words.is(i, "new")
                    || words.is(i, "before")
                    || words.is(i, "after")
                    || words.is(i, "until")
                    || words.gap(i) == ',' && (words.is(i, "use") || isIt(words, i) || MY.has(words, i))
                    || words.gap(i) == ',' && i > from + 1 && REACHING.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIt(Words words, int word) {
        return words.is(word, "it's") || words.is(word, "its") || words.is(word, "it");
    }

    private static @Nullable Decision owner(Words words, int i) {
        int count = words.count();
        String word = words.folded(i);
        String next = words.foldedOrEmpty(i + 1);
        boolean last = i == count - 1;
        if (word.equals("mine")) {
            return words.is(i - 1, "not") ? Decision.NEGATED : Decision.OWN;
        }
        if (word.equals("me")) {
            if (isProhibited(words, i)) {
                return Decision.NEGATED;
            }
            boolean told = next.equals("to") && REACHING.has(words, i + 2);
            return next.equals("from") || told ? Decision.THIRD_PARTY : Decision.OWN;
        }
        if (MY.contains(word)) {
            // "my wife's number", "my boss"
            return OwnershipWords.isPerson(words, i + 1)
                    ? null
                    : isProhibitedMine(words, i) ? Decision.NEGATED : ownOf(words, i);
        }
        if (FIRM.contains(word)) {
            return ofTheFirm(words, i);
        }
        if (words.is(i - 1, "not")) {
            return null; // "answer me, not her"
        }
        if (THEIR.contains(word)
                && (last || CHANNELS.contains(next) || namesChannel(words, i + 1) || words.gap(i + 1) == ':')) {
            return Decision.THIRD_PARTY;
        }
        if (THEM.contains(word) && REACHING.has(words, i - 1)
                || THEM.contains(word) && words.is(i - 1, "to") && REACHING.has(words, i - 2)) {
            return Decision.THIRD_PARTY;
        }
        if (OwnershipWords.isOwner(words, i) && (namesChannel(words, i + 1) || isLinked(words, i))) {
            return Decision.THIRD_PARTY;
        }
        if (RELATIONS.contains(word) && isDetermined(words, i) && !ClauseBefore.isSelf(words, i)) {
            return ofRelation(words, i);
        }
        if (WHO.contains(word) && next.equals("is") && i == count - 2) {
            return Decision.THIRD_PARTY;
        }
        return null;
    }

    /** "my (new) number is", "my mail:": own as soon as a channel follows or the value itself. */
    private static @Nullable Decision ownOf(Words words, int my) {
        int next = my + 1;
        while (SORTS.has(words, next)) {
            next++;
        }
        return next >= words.count() || CHANNELS.has(words, next) ? Decision.OWN : null;
    }

    /** "can I reach you at …", "your number …", "should I call you on …"; not "for your records". */
    private static @Nullable Decision ofTheFirm(Words words, int i) {
        if (words.is(i, "your")) {
            if (isFormLabel(words, i)) {
                return Decision.OWN;
            }
            if (hasComma(words, i + 2)) {
                return null; // "your mail never came, please send it to …"
            }
            return namesChannel(words, i + 1) || RELATIONS.has(words, i + 1) ? Decision.THIRD_PARTY : null;
        }
        boolean reached = REACHING.has(words, i - 1) && isLinked(words, i);
        return words.is(i, "you") && reached ? Decision.THIRD_PARTY : null;
    }

    /** "Your e-mail: …", "*Your phone* …" in a line by itself: what a form asked for. */
    private static boolean isFormLabel(Words words, int your) {
        char sign = words.gap(words.count());
        boolean line = words.gap(your) == '\n' || words.gap(your) == Words.START || words.gap(your) == '*';
        return line
                && words.count() - your <= 3
                && (sign == ':' || sign == '*' || sign == '=')
                && namesChannel(words, your + 1);
    }

    private static boolean isDetermined(Words words, int relation) {
        String before = words.foldedOrEmpty(relation - 1);
        return MY.contains(before)
                || before.equals("your")
                || before.equals("the")
                || before.equals("a")
                || before.equals("meines")
                || before.equals("unser")
                || before.equals("unsere");
    }

    /** "call my wife at …", "my boss Bo: …", "the number of my boss is …", not "my wife and I", "my boss said". */
    private static @Nullable Decision ofRelation(Words words, int relation) {
        if (words.is(relation + 1, "and") && (words.is(relation + 2, "i") || words.is(relation + 2, "me"))) {
            return Decision.OWN;
        }
        if (isLinked(words, relation)) {
            return Decision.THIRD_PARTY;
        }
        int named = relation + 1;
        while (named < words.count() && named - relation <= MAX_NAME && isNameLike(words, named)) {
            named++;
        }
        return isLinked(words, named - 1) ? Decision.THIRD_PARTY : null;
    }

    private static boolean isNameLike(Words words, int word) {
        return words.isCapitalised(word) || !CommonWords.isOrdinary(words, word);
    }

    /** Nothing but links stands between a word and the value. */
    private static boolean isLinked(Words words, int word) {
        for (int i = word + 1; i < words.count(); i++) {
            if (!LINKS.has(words, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean namesChannel(Words words, int from) {
        for (int i = from; i < Math.min(words.count(), from + 3); i++) {
            if (CHANNELS.has(words, i)) {
                return true;
            }
        }
        return false;
    }
}
