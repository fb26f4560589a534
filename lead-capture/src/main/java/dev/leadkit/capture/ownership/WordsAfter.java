package dev.leadkit.capture.ownership;

import static dev.leadkit.capture.ownership.OwnershipWords.DEAD;
import static dev.leadkit.capture.ownership.OwnershipWords.GONE;
import static dev.leadkit.capture.ownership.OwnershipWords.NOT;
import static dev.leadkit.capture.ownership.WordRole.BE;
import static dev.leadkit.capture.ownership.WordRole.DETERMINER;
import static dev.leadkit.capture.ownership.WordRole.FILLER;
import static dev.leadkit.capture.ownership.WordRole.I;
import static dev.leadkit.capture.ownership.WordRole.IT;
import static dev.leadkit.capture.ownership.WordRole.LABEL;
import static dev.leadkit.capture.ownership.WordRole.LINK;
import static dev.leadkit.capture.ownership.WordRole.ME;
import static dev.leadkit.capture.ownership.WordRole.MODAL;
import static dev.leadkit.capture.ownership.WordRole.PERSON;
import static dev.leadkit.capture.ownership.WordRole.REACH_OR_LABEL;
import static dev.leadkit.capture.ownership.WordRole.SORT;
import static dev.leadkit.capture.ownership.WordRole.YOU;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the words after a value, in its sentence, say about whose it is and whether it is still good.
 *
 * <p>Where the value does something ("… keeps ringing", "… has been closed") or is something ("… is a scam"), it is refused,
 * unless that is one of few things that one's own is or does: "… is my cell", "… is best", "… works", "… gets me". Refused too:
 * "… (my husband)", "…, he knows", "… but it's dead". Not refused: "… please", "… and my name is".
 */
final class WordsAfter {
    private static final int AHEAD = 8;

    private static final WordSet HE = WordSet.listed("""
            he she they he's she's they're him them his her hers their theirs he'll she'll they'll whose whoever""");
    private static final WordSet OWN_VERBS = WordSet.listed("gets reaches suits works does reach get do");
    private static final WordSet FAILING = WordSet.listed(
            "work use call exist answer ring go respond reply function connect email text write contact bother try trust");
    private static final WordSet PARTED = WordSet.listed("off out lapse ignore disregard alone away");
    private static final WordSet PRINTS = WordSet.listed(
            "site website page ad flyer poster card bill invoice receipt leaflet brochure letter statement list sign van");

    /** "On copy", "in the loop". */
    private static final WordSet COPY = WordSet.of("copy", "cc", "loop");

    private static final WordSet PLACES = WordSet.listed("where how what when");
    private static final WordSet NO_MORE =
            WordSet.listed("nobody niemand anymore nicht longer mistake unanswered aramayın yazmayın göndermeyin");

    private static final WordSet REPORTING = WordSet.listed("says reckons claims insists swears thinks dice zegt sagt");

    /** What somebody has sent for him is told with one of them. */
    private static final WordSet LETTER = WordSet.listed("subject title titled content body saying");

    /** The words that may speak against the value wherever they stand, apart from those whose {@link WordRole} may. */
    static final WordSet TELLING =
            WordSet.of(NO_MORE, NOT, DEAD, HE, PRINTS, LETTER, COPY, WordSet.of("já", "ya", "belongs", "say"));

    /** Those that may right after it. */
    static final WordSet TELLING_AT_ONCE =
            WordSet.of(GONE, PARTED, REPORTING, WordSet.of("no", "ist", "es", "est", "doesnt", "doesn't"));

    /** Those that may where they begin the next sentence. */
    static final WordSet TELLING_FIRST =
            WordSet.of(HE, WordSet.listed("who who's no not that that's thats this it it's"));

    /** The words that may decide further on, apart from those whose {@link WordRole} may. */
    private static final WordSet SIGNS =
            WordSet.of(NO_MORE, NOT, DEAD, HE, WordSet.of("já", "ya", "and", "belongs", "i'll", "off", "from"));

    private final Words words;
    private final boolean own;

    private WordsAfter(Words words, boolean own) {
        this.words = words;
        this.own = own;
    }

    /** @param own whether the words before say that it is the visitor's */
    static @Nullable Objection objection(Words after, boolean own) {
        if (after.count() == 0) {
            return null;
        }
        return new WordsAfter(after, own).objection(0);
    }

    /** "…, my address", "… is my cell", "… that's me": whether the visitor says so himself. */
    static boolean claim(Words after) {
        int at = 0;
        if (after.is(0, "was") || after.is(0, "were")) {
            return false;
        }
        while (at < 2 && (WordRole.of(after, at) == BE || WordRole.of(after, at) == IT)) {
            at++;
        }
        WordRole role = WordRole.of(after, at);
        boolean mine = role == WordRole.MINE || role == ME;
        boolean labelled = WordRole.of(after, at + 1) == LABEL || WordRole.of(after, at + 1) == REACH_OR_LABEL;
        boolean ends = at + 2 >= after.count() || WordRole.of(after, at + 2) != BE;
        return at > 0 && mine || role == WordRole.MY && labelled && (at > 0 || ends);
    }

    /** Whether the words of the sentence after say that the value is somebody else's or dead: "that's my sister", "it bounces". */
    static boolean isExplanation(Words next) {
        var after = new WordsAfter(next, false);
        boolean pointed = next.is(0, "that's") || next.is(0, "thats") || next.is(0, "that") || next.is(0, "it");
        boolean asked = WordRole.of(next, 0) == BE && (WordRole.of(next, 1) == IT || WordRole.of(next, 2) == YOU);
        boolean unknown = next.is(0, "no") && next.is(1, "idea") || next.is(0, "not") && after.isDisowned(1);
        if (HE.has(next, 0) || next.is(0, "who") || next.is(0, "who's") || asked || unknown) {
            return true;
        }
        if (!pointed && !next.is(0, "this") && !next.is(0, "it's")) {
            return false;
        }
        int at = 1;
        while (WordRole.of(next, at) == BE || WordRole.of(next, at) == DETERMINER || WordRole.of(next, at) == FILLER) {
            at++;
        }
        boolean verb = WordRole.of(next, 1) == WordRole.EXCHANGE || next.is(1, "belongs") || NOT.has(next, at);
        return verb
                || WordRole.of(next, at) == WordRole.MY && after.isAnothers(at)
                || WordRole.of(next, at) == PERSON
                || DEAD.has(next, at)
                || OwnershipWords.isPerson(next, at)
                || pointed && after.isName(at);
    }

    private @Nullable Objection objection(int from) {
        if (!own && isParted()) {
            return Objection.NEGATED;
        }
        if (!own && !isJoined(0) && REPORTING.has(words, 0)) {
            return Objection.THIRD_PARTY; // "the clinic, …, reckons"
        }
        if (!own && isLetter()) {
            return Objection.THIRD_PARTY;
        }
        int at = from;
        boolean pointed = false;
        while (words.is(at, "that") || words.is(at, "this") || words.is(at, "which") || words.is(at, "it")) {
            at++;
            pointed = true;
        }
        Objection objection = pointed || isJoined(at) ? subject(at, pointed) : null;
        if (objection == null && (words.is(at, "that's") || words.is(at, "thats") || words.is(at, "it's"))) {
            if (WordRole.of(words, at + 1) == ME) {
                return null;
            }
            objection = predicate(at + 1);
        }
        if (objection == null && (WordRole.of(words, at) == WordRole.MY)) {
            objection = isAnothers(at) ? Objection.THIRD_PARTY : null;
        }
        return objection == null ? rest(at) : objection;
    }

    /** "Write to … with the subject Boats", "… saying that I'm late". */
    private boolean isLetter() {
        int what = words.is(0, "with") || words.is(0, "and") ? 1 : 0;
        what += WordRole.of(words, what) == DETERMINER ? 1 : 0;
        return isJoined(0) && LETTER.has(words, what);
    }

    /** "(old)", "- dead", "keep … off the list", "… again". */
    private boolean isParted() {
        int at = skipFillers(0);
        boolean state = DEAD.has(words, at) || GONE.has(words, at);
        boolean longer = words.is(0, "no") && words.is(1, "longer");
        return state && WordRole.of(words, at + 1) != LABEL || longer || PARTED.has(words, 0);
    }

    /** "… is a scam", "… keeps ringing", "… never answers". */
    private @Nullable Objection subject(int from, boolean pointed) {
        int at = skipFillers(from);
        WordRole role = WordRole.of(words, at);
        if (words.gap(at) == ',' && NOT.has(words, at) && WordRole.of(words, at + 1) == WordRole.MY) {
            return null; // "…, not my work one"
        }
        boolean rather = NOT.has(words, at)
                && (at + 2 <= words.count() && (words.startsWithDigit(at + 1) || words.gap(at + 2) == '@'));
        boolean dont = words.is(at, "dont") || words.is(at, "don't");
        if (rather || dont && !own && !FAILING.has(words, at + 1)) {
            return null; // "it's … not …", "… dont judge"
        }
        if (NOT.has(words, at) || words.is(at, "doesn't") || words.is(at, "isn't") || words.is(at, "doesnt")) {
            return own && !pointed && !words.is(at, "isn't") && !words.is(at, "doesn't") || words.is(at + 1, "before")
                    ? null
                    : words.is(at + 1, "only") ? null : Objection.NEGATED;
        }
        if (words.is(at, "was") || words.is(at, "were")) {
            return own && !pointed
                    ? null
                    : DEAD.has(words, at + 1) || words.is(at + 1, "my") ? Objection.NEGATED : Objection.THIRD_PARTY;
        }
        boolean of = words.is(at + 1, "de") || words.is(at + 1, "von") || words.is(at + 1, "di");
        if (of && (words.is(at, "es") || words.is(at, "é") || words.is(at, "est") || words.is(at, "è"))) {
            return Objection.THIRD_PARTY; // "… es de un empleado"
        }
        if (role == BE || words.is(at, "ist")) {
            return predicate(at + 1);
        }
        if (own) {
            boolean failed = role == WordRole.AUXILIARY && words.folded(at).endsWith("n't"); // "which hasn't worked"
            return pointed && (failed || hasDead(at)) ? Objection.NEGATED : null;
        }
        if (role == null && !isPast(at)) {
            return null;
        }
        if (words.is(at, "come") && words.is(at + 1, "back")) {
            return Objection.NEGATED;
        }
        boolean mine = OWN_VERBS.has(words, at) && !words.is(at + 1, "to");
        boolean kept = words.is(at + 1, "be") && WordRole.of(words, at + 2) == LINK; // "… should be on file"
        if (mine || role == MODAL && (OWN_VERBS.has(words, at + 1) || kept)) {
            return null;
        }
        return role == null || isVerb(role) ? hasDead(at) ? Objection.NEGATED : Objection.THIRD_PARTY : null;
    }

    private static boolean isVerb(WordRole role) {
        return switch (role) {
            case AUXILIARY, MODAL, EXCHANGE, SAY, VERB, LIVE -> true;
            default -> false;
        };
    }

    private boolean isPast(int word) {
        String folded = words.foldedOrEmpty(word);
        return folded.length() > 4 && folded.endsWith("ed") && !words.isCapitalised(word);
    }

    private boolean hasDead(int from) {
        for (int i = from; i < Math.min(words.count(), from + 4); i++) {
            if (DEAD.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** What follows "is": "my wife's", "hers", "wrong", "no longer valid", "a scam"; not "my cell", "best", "where I read". */
    private @Nullable Objection predicate(int from) {
        if (words.is(from, "not") || NOT.has(words, from) || words.is(from, "no")) {
            return words.is(from + 1, "only") || words.is(from + 1, "problem") ? null : Objection.NEGATED;
        }
        int at = skipFillers(from);
        boolean good = at > from;
        while (WordRole.of(words, at) == DETERMINER) {
            at++;
        }
        if (DEAD.has(words, at) || GONE.has(words, at) || GONE.has(words, at + 1)) {
            return Objection.NEGATED;
        }
        WordRole role = WordRole.of(words, at);
        if (at >= words.count()) {
            return null;
        }
        if (role == WordRole.MY) {
            return isAnothers(at) ? Objection.THIRD_PARTY : null;
        }
        boolean mine = role == ME || role == WordRole.MINE || role == SORT || role == LABEL || role == REACH_OR_LABEL;
        WordRole next = WordRole.of(words, at + 1);
        mine |= PLACES.has(words, at) && (next == I || next == YOU);
        mine |= role == LINK && good || role == WordRole.JOIN || role == IT && words.is(at - 1, "is");
        return mine || !isJoined(at) ? null : Objection.THIRD_PARTY;
    }

    /** "my husband", "my kid's school"; not "my cell", "my work mail". */
    private boolean isAnothers(int my) {
        int at = my + 1;
        while (WordRole.of(words, at) == SORT) {
            at++;
        }
        WordRole role = WordRole.of(words, at);
        boolean person = role == PERSON || OwnershipWords.isPerson(words, at);
        boolean and = words.is(at + 1, "and") && WordRole.of(words, at + 2) == I;
        int verb = isName(at + 1) ? at + 2 : at + 1;
        boolean topic = person && WordRole.of(words, verb) != null && isVerbAt(verb);
        boolean beside = own && WordRole.of(words, at + 1) == LABEL; // "…, my wife's number is …"
        return person && !and && !topic && !beside;
    }

    private boolean isVerbAt(int word) {
        WordRole role = WordRole.of(words, word);
        return role == BE || role != null && isVerb(role);
    }

    /** Further on in the sentence: "…, he will know", "… "… but it's dead". */
    private @Nullable Objection rest(int from) {
        int to = Math.min(beforeNext(), from + AHEAD);
        for (int i = from; i < to && !(own && i > 0 && words.gap(i) == ','); i++) {
            WordRole role = WordRole.of(words, i);
            if (!mayDecide(role) && !SIGNS.has(words, i)) {
                continue;
            }
            if (words.is(i, "longer") && words.is(i - 1, "no") && words.is(i - 2, "and") && i + 1 == to) {
                break; // "… and no longer" another one
            }
            boolean mistake = NO_MORE.has(words, i)
                    || words.is(i, "já") && words.is(i + 1, "não")
                    || words.is(i, "ya") && words.is(i + 1, "no")
                    || NOT.has(words, i) && isDisowned(i + 1);
            boolean dead = DEAD.has(words, i) && isSaidOfValue(i - 1);
            boolean off = i == 0 && (words.is(i, "off") || words.is(i, "from")) && words.is(i + 2, "list");
            if (mistake || dead || off) {
                return Objection.NEGATED;
            }
            boolean unwanted = NOT.has(words, i) && OwnershipWords.REACHING.has(words, i + 1) && endsAtIt(i + 2);
            if (unwanted) {
                return Objection.NEGATED;
            }
            boolean asked = words.is(i, "and") && words.is(i + 1, "say");
            boolean owned = words.is(i, "belongs") && !words.is(i + 2, "me");
            boolean you = i < 2 && role == BE && WordRole.of(words, i + 2) == YOU;
            boolean named = i < 2
                    && role == IT
                    && (WordRole.of(words, i + 1) == MODAL || WordRole.of(words, i + 1) == BE)
                    && i + 2 < words.count()
                    && isName(words.is(i + 2, "be") ? i + 3 : i + 2);
            if (asked || owned || you || named) {
                return Objection.THIRD_PARTY;
            }
            boolean another = words.gap(i) == ','
                    && words.is(i, "and")
                    && (isName(i + 1) || WordRole.of(words, i + 1) == DETERMINER);
            boolean that = words.is(i, "that's") || words.is(i, "thats");
            if (that && WordRole.of(words, i + 1) == WordRole.MY && GONE.has(words, i + 2)) {
                return Objection.NEGATED; // "… oh wait that's my old one"
            }
            if (another || words.is(i, "i'll") || role == WordRole.MY && GONE.has(words, i + 1)) {
                break; // "… and I'll tell him", "…, my old one is gone", "…, and Rosa will pay"
            }
            if (!own && (HE.has(words, i) || role == PERSON && isAnothers(i - 1) && !isFor(i))) {
                return Objection.THIRD_PARTY;
            }
        }
        boolean there = words.is(0, "on") || words.is(0, "from") || words.is(0, "in");
        boolean copied = there && (COPY.has(words, 1) || words.is(1, "the") && COPY.has(words, 2));
        boolean published = there && (words.is(1, "your") || words.is(1, "the")) && PRINTS.has(words, 2);
        boolean forOther = words.is(0, "for") && WordRole.of(words, 2) == PERSON;
        boolean name = isJoined(0) && isName(0) && WordRole.of(words, 1) == MODAL;
        return !own && (copied || published || forOther || name) ? Objection.THIRD_PARTY : null;
    }

    private static boolean mayDecide(@Nullable WordRole role) {
        return role == BE || role == IT || role == WordRole.MY || role == PERSON;
    }

    /** "…, it's dead", "the mailbox got closed"; not "the heating is dead". */
    private boolean isSaidOfValue(int be) {
        if (WordRole.of(words, be) == IT) {
            return true;
        }
        WordRole what = WordRole.of(words, be - 1);
        boolean is = WordRole.of(words, be) == BE || words.is(be, "got");
        return is && (be == 0 || what == IT || what == LABEL || what == REACH_OR_LABEL || what == SORT);
    }

    /** Where another address or number begins. */
    private int beforeNext() {
        for (int i = 1; i < words.count(); i++) {
            if (words.gap(i) == '@') {
                int first = i - 1;
                while (first > 0 && words.gap(first) != Words.BLANK && words.start(first) == words.end(first - 1) + 1) {
                    first--;
                }
                return first;
            }
        }
        return words.count();
    }

    /** "Do not send anything to it". */
    private boolean endsAtIt(int from) {
        for (int i = from; i < Math.min(words.count() - 1, from + 3); i++) {
            if (words.is(i, "to") && (words.is(i + 1, "it") || words.is(i + 1, "there"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isFor(int person) {
        return words.is(person - 1, "for") || words.is(person - 2, "for");
    }

    private boolean isName(int word) {
        return ClauseBefore.isName(words, word);
    }

    private boolean isDisowned(int word) {
        return words.is(word, "me")
                || words.is(word, "mine")
                || words.is(word, "own")
                || words.is(word, "recognize")
                || words.is(word, "recognise");
    }

    private boolean isJoined(int word) {
        return words.gap(word) == Words.BLANK || words.gap(word) == Words.START;
    }

    private int skipFillers(int from) {
        int at = from;
        while (WordRole.of(words, at) == FILLER) {
            at++;
        }
        return at;
    }
}
