package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * All that is seen around an address or a number: the words of its sentence before and behind it, those of the sentences next to it,
 * and of what the message answers, each with its {@link WordRole}; alone, in pairs, and by their place.
 */
final class Surroundings {
    private static final int MOST_BEFORE = 14;
    private static final int MOST_AFTER = 10;
    private static final int MOST_EARLIER = 16;
    private static final int MOST_LATER = 12;
    private static final int MOST_ASKED = 14;
    private static final int NEAR = 4;
    private static final int NEAR_AFTER = 3;
    private static final int LONGEST_QUESTION = 400;

    private static final WordSet OFFICES = WordSet.listed("""
            info support sales office hello contact admin service help billing accounts orders enquiries team noreply
            kundenservice mail booking bookings reservations press hr jobs returns claims""");
    private static final WordSet PROVIDERS = WordSet.listed("""
            gmail googlemail yahoo hotmail outlook icloud live web gmx aol proton protonmail btinternet orange free wanadoo libero
            posteo ziggo hetnet sapo wp interia comcast me msn""");

    private final Words words;
    private final Tokens before;
    private final Tokens after;
    private final Tokens earlier;
    private final Tokens later;
    private final Tokens asked;
    private final int first;
    private final int end;
    private final boolean answers;
    private final boolean question;

    /** Takes each clue that is seen; those of roles by the names of the roles. */
    interface Taker {
        void take(Clue clue, Tokens tokens, int... which);

        void take(String what);
    }

    Surroundings(Reply reply, int start, int end) {
        words = reply.words();
        int from = words.firstFrom(start);
        int to = words.firstFrom(end);
        before = new Tokens(words);
        earlier = new Tokens(words);
        int sentence = from;
        while (sentence > 0 && from - sentence < MOST_BEFORE && !Tokens.isSentenceStart(words, sentence)) {
            sentence--;
        }
        if (!Tokens.isSentenceStart(words, from)) {
            before.addMark(lastMark(reply.text(), from == 0 ? 0 : words.end(from - 1), start));
        }
        before.addBackwards(sentence, from, MOST_BEFORE);
        earlier.addBackwards(Math.max(0, sentence - MOST_EARLIER), sentence, MOST_EARLIER);
        after = new Tokens(words);
        later = new Tokens(words);
        int last = to;
        while (last < words.count() && last - to < MOST_AFTER && !Tokens.isSentenceStart(words, last)) {
            last++;
        }
        after.addForwards(to, last, MOST_AFTER);
        later.addForwards(last, Math.min(words.count(), last + MOST_LATER), MOST_LATER);
        question = words.gap(last) == '?';
        answers = reply.asked() != null;
        String asks = reply.asked() == null ? "" : reply.asked();
        Words of = Words.of(asks, Math.max(0, asks.length() - LONGEST_QUESTION), asks.length());
        asked = new Tokens(of);
        asked.addBackwards(0, of.count(), MOST_ASKED);
        this.first = from;
        this.end = to;
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

    /** Gives every clue, some more than once. */
    void give(Taker taker) {
        giveBefore(taker);
        giveAfter(taker);
        each(taker, Clue.EARLIER, Clue.PAIR_EARLIER, earlier);
        each(taker, Clue.LATER, Clue.PAIR_LATER, later);
        for (int i = 0; i < asked.count(); i++) {
            taker.take(Clue.ASKED, asked, i);
        }
        giveRoles(taker);
        giveRest(taker);
    }

    private void giveBefore(Taker taker) {
        each(taker, Clue.BEFORE, Clue.PAIR_BEFORE, before);
        for (int i = 0; i < Math.min(NEAR, before.count()); i++) {
            taker.take(Clue.NEAR_BEFORE, before, i);
        }
        taker.take(Clue.LAST, before, 0);
        taker.take(Clue.LAST_TWO, before, 1, 0);
        taker.take(Clue.LAST_THREE, before, 2, 1, 0);
        int opening = before.count() - 1;
        if (opening >= 0) {
            taker.take(Clue.FIRST, before, opening);
            taker.take(Clue.FIRST_TWO, before, opening, opening == 0 ? before.count() : opening - 1);
        } else {
            taker.take(Clue.NEXT_ALONE, after, 0);
        }
    }

    private void giveAfter(Taker taker) {
        each(taker, Clue.AFTER, Clue.PAIR_AFTER, after);
        for (int i = 0; i < Math.min(NEAR_AFTER, after.count()); i++) {
            taker.take(Clue.NEAR_AFTER, after, i);
        }
        taker.take(Clue.NEXT, after, 0);
        taker.take(Clue.NEXT_TWO, after, 0, 1);
    }

    private static void each(Taker taker, Clue one, Clue pair, Tokens tokens) {
        for (int i = 0; i < tokens.count(); i++) {
            taker.take(one, tokens, i);
            if (i > 0) {
                taker.take(pair, tokens, i, i - 1);
            }
        }
    }

    private void giveRoles(Taker taker) {
        roles(taker, Clue.ROLE_BEFORE, before, 8);
        roles(taker, Clue.ROLE_AFTER, after, 6);
        taker.take(Clue.LAST_ROLES, before, 1, 0);
        taker.take(Clue.LAST_ROLES, before, 2, 1, 0);
        taker.take(Clue.LAST_ROLES, before, 3, 2, 1, 0);
        taker.take(Clue.NEXT_ROLES, after, 0);
        taker.take(Clue.NEXT_ROLES, after, 0, 1);
        taker.take(Clue.NEXT_ROLES, after, 0, 1, 2);
        int one = telling(-1);
        int two = telling(one);
        taker.take(Clue.LAST_TELLING, before, two, one);
        taker.take(Clue.LAST_TELLING, before, telling(two), two, one);
        int opening = before.count() - 1;
        if (opening > 0) {
            taker.take(Clue.FIRST_ROLES, before, opening, opening - 1);
        }
    }

    private int telling(int behind) {
        int at = Math.min(behind + 1, before.count());
        while (at < before.count() && !before.isTelling(at)) {
            at++;
        }
        return at;
    }

    private static void roles(Taker taker, Clue clue, Tokens tokens, int most) {
        for (int i = 0; i < Math.min(most, tokens.count()); i++) {
            taker.take(clue, tokens, i);
        }
    }

    private void giveRest(Taker taker) {
        boolean bare = before.count() + after.count() == 0;
        boolean alone = bare && earlier.count() + later.count() == 0;
        taker.take(
                alone
                        ? "alone"
                        : bare ? "bare" : before.count() == 0 ? "first" : after.count() == 0 ? "last" : "inside");
        taker.take(answers ? "answer" : "unasked");
        if (question) {
            taker.take("question");
        }
        boolean address = first + 1 < end && !words.startsWithDigit(end - 1)
                || first < words.count() && !words.startsWithDigit(first);
        taker.take(address ? "address" : "number");
        if (address) {
            giveAddress(taker);
        } else if (first < words.count() && isFreephone()) {
            taker.take("freephone");
        }
        if (hasOther(before) || hasOther(earlier)) {
            taker.take("behind-another");
        }
        if (hasOther(after) || hasOther(later)) {
            taker.take("before-another");
        }
    }

    private void giveAddress(Taker taker) {
        if (OFFICES.has(words, first)) {
            taker.take("office");
        }
        for (int i = first + 1; i < end; i++) {
            if (words.gap(i) == '@' && PROVIDERS.has(words, i)) {
                taker.take("provider");
            }
        }
    }

    private static boolean hasOther(Tokens tokens) {
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.name(i).equals(Tokens.ADDRESS)) {
                return true;
            }
        }
        return false;
    }

    /** "0800 …", "1-800 …", "0345 …": lines of firms. */
    private boolean isFreephone() {
        String code = words.folded(first);
        if (code.equals("1") && first + 1 < words.count()) {
            code = words.folded(first + 1);
        }
        return code.startsWith("0800")
                || code.startsWith("080")
                || code.startsWith("034")
                || code.startsWith("084")
                || code.startsWith("030")
                || code.equals("800")
                || code.equals("888")
                || code.equals("877")
                || code.equals("866")
                || code.equals("1300")
                || code.equals("1800");
    }
}
