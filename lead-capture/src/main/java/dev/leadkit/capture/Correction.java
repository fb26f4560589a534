package dev.leadkit.capture;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.CorrectionWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether a message takes back something said before, as "sorry, it's …", "no wait, it's …", "*jane@acme.com" and "Pardon, c'est le …"
 * do. It only counts where the message also gives a value and another one is known.
 */
final class Correction {
    /** With these a value is put in the place of another: "I meant Lyon", "sorry, it's Lyon". */
    private static final WordSet PUTS = WordSet.listed("it's its is c'est meant mean correction that");

    private static final WordSet FILLERS = WordSet.listed("no wait i it make sorry my bad the");

    /** Behind the name of who writes. */
    private static final WordSet INTRODUCES = WordSet.listed("from again here speaking calling writing");

    /** The most words in a message that only corrects one value, not counting those it takes back. */
    private static final int MAX_LEAD = 7;

    private static final char STAR = '*';

    private Correction() {}

    static boolean isIn(String text) {
        Words words = Words.of(text);
        if (words.is(0, "wait") && words.gap(Math.min(1, words.count())) == ',') {
            return true;
        }
        for (int i = 0; i < words.count(); i++) {
            if (CorrectionWords.end(words, i)) {
                return true;
            }
        }
        return isStarred(text);
    }

    /**
     * Whether a message does no more than put a value in the place of another, without saying of what: "sorry, it's Lyon", "I
     * meant 500 euros", "wait, it's €500 not €5000"; not "sorry, Jane", "actually Jane can't come".
     */
    static boolean isAll(String text, Span value) {
        Words words = Words.of(text);
        int end = words.firstFrom(value.end());
        boolean ends = end == words.count() || isReplaced(words, end);
        return ends && leads(words, words.firstFrom(value.start()));
    }

    /**
     * Whether a message begins by putting a value in the place of another: "sorry, it's Lyon please"; not "sorry, it's Jane again",
     * "sorry, it's Jane from Acme", which say who writes.
     */
    static boolean puts(String text, Span value) {
        Words words = Words.of(text);
        return leads(words, words.firstFrom(value.start())) && !INTRODUCES.has(words, words.firstFrom(value.end()));
    }

    /** The same as {@link #isAll} for what nobody is called, so that nothing need put it in the place of another: "sorry, 500", "500 actually". */
    static boolean isAllOfAmount(String text, Span value) {
        Words words = Words.of(text);
        int start = words.firstFrom(value.start());
        int end = words.firstFrom(value.end());
        return start <= MAX_LEAD && areCues(words, start, end, isReplaced(words, end) ? end : words.count());
    }

    /** "…, not €5000". */
    private static boolean isReplaced(Words words, int end) {
        return words.is(end, "not") || words.gap(end) == ',' && words.is(end + 1, "not");
    }

    /** Whether all words before a value say that it stands in the place of another. */
    private static boolean leads(Words words, int value) {
        return value > 0 && value <= MAX_LEAD && PUTS.has(words, value - 1) && areCues(words, value, value, value);
    }

    /** Whether the words before a value, and those behind it up to the last, take something back and say nothing else. */
    private static boolean areCues(Words words, int start, int end, int last) {
        boolean cue = false;
        for (int i = start == 0 ? end : 0; i < last; i = i + 1 == start ? end : i + 1) {
            boolean cued = CorrectionWords.have(words, i);
            if (!cued && !FILLERS.has(words, i) && !PUTS.has(words, i)) {
                return false;
            }
            cue |= cued || words.is(i, "wait") || words.is(i, "mean") || words.is(i, "make");
        }
        return cue;
    }

    /** "*jane@acme.com": as chats mend a word; not "*Name*: Jane". */
    private static boolean isStarred(String text) {
        return !text.isEmpty() && text.charAt(0) == STAR && text.indexOf(STAR, 1) < 0;
    }
}
