package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.MailProviders;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * All that is seen around an address or a number: the words of its sentence before and behind it, those of the sentences next to it,
 * and of what the message answers, each with its {@link WordRole}; alone, in pairs, and by their place.
 */
final class Surroundings {
    private static final int MOST_BEFORE = 14;
    private static final int MOST_AFTER = 10;
    private static final int MOST_EARLIER = 12;
    private static final int MOST_LATER = 8;
    private static final int MOST_ASKED = 14;
    private static final int TELLING = 3;
    private static final int NEAR = 4;
    private static final int NEAR_AFTER = 3;
    private static final int ROLES_BEFORE = 8;
    private static final int ROLES_AFTER = 6;
    private static final int MOST_OWN = 6;
    private static final int MOST_COUNTED = 4;

    private static final WordSet OFFICES = WordSet.listed("""
            info support sales office hello contact admin service help billing accounts orders enquiries team noreply
            kundenservice mail booking bookings reservations press hr jobs returns claims""");

    private static final WordSet FREEPHONE = WordSet.listed("800 888 877 866 1300 1800 0300 0330 0333 0343 0344 0345");

    private final Words words;
    private final Tokens before;
    private final Tokens after;
    private final Tokens earlier;
    private final Tokens later;

    /** Those of the words before that have a role which says something. */
    private final Tokens telling;

    private final @Nullable Tokens asked;
    private final int first;
    private final int end;
    private final boolean question;

    /** What a name itself looks like; null where the value is an address or a number. */
    private final @Nullable ValueSigns signs;

    /** Takes each clue that is seen. */
    interface Taker {
        /** The tokens from one to another, that included, forwards or backwards; by their roles where the clue is of roles. */
        void take(Clue clue, Tokens tokens, int from, int to);

        void take(String what);

        /** A token, and how the value itself is written. */
        void take(Clue clue, String shape, Tokens tokens, int token);
    }

    /** Those of an address or a number. */
    Surroundings(Reply reply, int start, int end) {
        this(reply, start, end, null);
    }

    /** @param signs what a name itself looks like; null where the value is an address or a number */
    Surroundings(Reply reply, int start, int end, @Nullable ValueSigns signs) {
        this.signs = signs;
        words = reply.words();
        int from = words.firstFrom(start);
        int to = words.firstFrom(end);
        int most = MOST_BEFORE + MOST_AFTER + MOST_EARLIER + MOST_LATER + TELLING;
        var room = new Tokens.Room(most, signs != null, reply::isOfSaidAddress);
        before = new Tokens(words, room, MOST_BEFORE);
        earlier = new Tokens(words, room, MOST_EARLIER);
        int sentence = from;
        while (sentence > 0 && from - sentence < MOST_BEFORE && !Tokens.isSentenceStart(words, sentence)) {
            sentence--;
        }
        if (!Tokens.isSentenceStart(words, from)) {
            before.addMark(lastMark(reply.text(), from == 0 ? 0 : words.end(from - 1), start));
        }
        before.addBackwards(sentence, from);
        earlier.addBackwards(Math.max(0, sentence - MOST_EARLIER), sentence);
        after = new Tokens(words, room, MOST_AFTER);
        later = new Tokens(words, room, MOST_LATER);
        int last = to;
        while (last < words.count() && last - to < MOST_AFTER && !isSentenceStart(last, to)) {
            last++;
        }
        after.addForwards(to, last);
        later.addForwards(last, Math.min(words.count(), last + MOST_LATER));
        question = words.gap(last) == '?';
        telling = new Tokens(words, room, TELLING);
        telling.addTelling(before);
        asked = asked(reply.askedWords());
        this.first = from;
        this.end = to;
    }

    /** Also in "jane@doe.example.Thanks", where the value ends before the point. */
    private boolean isSentenceStart(int word, int endOfValue) {
        return word == endOfValue ? words.startsSentence(word) : Tokens.isSentenceStart(words, word);
    }

    /** The last mark right before the value, which may have signs of its own before its first word; a blank if there is none. */
    private static char lastMark(String text, int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return text.charAt(at);
            }
        }
        return Words.BLANK;
    }

    private static @Nullable Tokens asked(@Nullable Words words) {
        if (words == null) {
            return null;
        }
        var tokens = new Tokens(words, new Tokens.Room(MOST_ASKED), MOST_ASKED);
        tokens.addBackwards(0, words.count());
        return tokens;
    }

    /** Gives every clue, once in its part of the message. */
    void give(Taker taker) {
        giveBefore(taker);
        each(taker, Clue.AFTER, after, MOST_AFTER);
        pairs(taker, Clue.PAIR_AFTER, after);
        each(taker, Clue.NEAR_AFTER, after, NEAR_AFTER);
        taker.take(Clue.NEXT, after, 0, 0);
        taker.take(Clue.NEXT_TWO, after, 0, 1);
        if (signs == null) {
            each(taker, Clue.EARLIER, earlier, MOST_EARLIER);
            pairs(taker, Clue.PAIR_EARLIER, earlier);
            each(taker, Clue.LATER, later, MOST_LATER);
            pairs(taker, Clue.PAIR_LATER, later);
        }
        if (asked != null) {
            each(taker, Clue.ASKED, asked, MOST_ASKED);
        }
        giveRoles(taker);
        giveRest(taker);
    }

    private void giveBefore(Taker taker) {
        each(taker, Clue.BEFORE, before, MOST_BEFORE);
        pairs(taker, Clue.PAIR_BEFORE, before);
        each(taker, Clue.NEAR_BEFORE, before, NEAR);
        taker.take(Clue.LAST, before, 0, 0);
        taker.take(Clue.LAST_TWO, before, 1, 0);
        taker.take(Clue.LAST_THREE, before, 2, 0);
        int opening = before.count() - 1;
        if (opening < 0) {
            taker.take(Clue.NEXT_ALONE, after, 0, 0);
        } else {
            taker.take(Clue.FIRST, before, opening, opening);
        }
        if (opening > 0) {
            taker.take(Clue.FIRST_TWO, before, opening, opening - 1);
        }
    }

    private static void each(Taker taker, Clue clue, Tokens tokens, int most) {
        for (int i = 0; i < Math.min(most, tokens.count()); i++) {
            if (clue.isOfRoles() ? tokens.isNewRole(i) : tokens.isNew(i)) {
                taker.take(clue, tokens, i, i);
            }
        }
    }

    /** Two beside each other, in the order of the text if they are before the value; else the other way round. */
    private static void pairs(Taker taker, Clue clue, Tokens tokens) {
        for (int i = 1; i < tokens.count(); i++) {
            if (tokens.isNewPair(i)) {
                taker.take(clue, tokens, i, i - 1);
            }
        }
    }

    private void giveRoles(Taker taker) {
        each(taker, Clue.ROLE_BEFORE, before, ROLES_BEFORE);
        each(taker, Clue.ROLE_AFTER, after, ROLES_AFTER);
        taker.take(Clue.LAST_ROLES, before, 1, 0);
        taker.take(Clue.LAST_ROLES, before, 2, 0);
        taker.take(Clue.LAST_ROLES, before, 3, 0);
        taker.take(Clue.NEXT_ROLES, after, 0, 0);
        taker.take(Clue.NEXT_ROLES, after, 0, 1);
        taker.take(Clue.NEXT_ROLES, after, 0, 2);
        taker.take(Clue.LAST_TELLING, telling, 1, 0);
        taker.take(Clue.LAST_TELLING, telling, 2, 0);
        int opening = before.count() - 1;
        if (opening > 0) {
            taker.take(Clue.FIRST_ROLES, before, opening, opening - 1);
        }
    }

    private void giveRest(Taker taker) {
        taker.take(position());
        taker.take(asked == null ? "unasked" : "answer");
        if (question) {
            taker.take("question");
        }
        if (signs == null) {
            giveContact(taker);
        } else {
            giveName(taker, signs);
        }
        if (before.hasAddress() || earlier.hasAddress()) {
            taker.take("behind-another");
        }
        if (after.hasAddress() || later.hasAddress()) {
            taker.take("before-another");
        }
    }

    private void giveName(Taker taker, ValueSigns signs) {
        var own = new Tokens(words, new Tokens.Room(MOST_OWN), MOST_OWN);
        own.addForwards(first, Math.min(end, first + MOST_OWN));
        each(taker, Clue.WORD, own, MOST_OWN);
        taker.take("words-" + Math.min(MOST_COUNTED, end - first));
        taker.take("by-" + signs.cue());
        taker.take(signs.shape() + "-by-" + signs.cue());
        signs.others().forEach(taker::take);
        taker.take(Clue.SHAPE_LAST, signs.shape(), before, 0);
        taker.take(Clue.SHAPE_NEXT, signs.shape(), after, 0);
    }

    private void giveContact(Taker taker) {
        boolean address = first < words.count() && !words.startsWithDigit(first)
                || first + 1 < end && !words.startsWithDigit(end - 1);
        taker.take(address ? "address" : "number");
        if (address) {
            giveAddress(taker);
        } else if (first < words.count() && isFreephone()) {
            taker.take("freephone");
        }
    }

    /** Where the value stands in its sentence: "bare" if it is all of it, "alone" if there is no other sentence either. */
    private String position() {
        if (before.count() > 0) {
            return after.count() > 0 ? "inside" : "last";
        }
        if (after.count() > 0) {
            return "first";
        }
        return earlier.count() + later.count() == 0 ? "alone" : "bare";
    }

    private void giveAddress(Taker taker) {
        if (OFFICES.has(words, first)) {
            taker.take("office");
        }
        for (int i = first + 1; i < end; i++) {
            if (words.gap(i) == '@' && MailProviders.LEARNED.has(words, i)) {
                taker.take("provider");
            }
        }
    }

    /** "0800 …", "1-800 …", "0345 …": lines of companies. */
    private boolean isFreephone() {
        String code = words.folded(first);
        if (code.equals("1") && first + 1 < words.count()) {
            code = words.folded(first + 1);
        }
        return FREEPHONE.contains(code) || code.startsWith("080") || code.startsWith("084");
    }
}
