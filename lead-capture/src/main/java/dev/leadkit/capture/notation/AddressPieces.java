package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.AddressWords;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Tells whether more of a written address stands across a blank, so that what was read is only a piece of it.
 *
 * <p>It goes on as speech in "jane dot doe@acme.com", "jane (dot) doe@acme.com", "jane . doe@acme.com", "jane@acme.co dot uk",
 * "jane@acme.co .uk". It is broken in "jane_ doe@acme.com", "my mail: jane. doe@acme.com", "jane@acme.co. uk", "jane@mail.bright
 * loom.com", and nobody knows what was meant.
 *
 * <p>Whole is what stands in "call me. jane@acme.com", "Jane - jane@acme.com", "at this point jane@acme.com", "jane@acme.co dot your i's".
 */
public final class AddressPieces {
    /** How far before the address the word stands that tells that one comes. */
    private static final int CUE_REACH = 3;

    /** Behind them comes the country: "acme.co.uk", "acme.com.au". */
    private static final WordSet SECOND_LEVEL = WordSet.listed("co com net org ac gov edu");

    /** What may stand between an address and a mark of it, beside blanks. */
    private static final String BETWEEN = "._-+=([{<>)]}*\"'’|";

    /** How the words for the dot begin, and "uk". */
    private static final String FIRST_LETTERS = "dpkfu";

    private static final int LONGEST_LABEL = 63;

    private AddressPieces() {}

    /** Whether it is worth to look at the words, which need not be made for most. */
    public static boolean mayBe(String text, int start, int end) {
        return mayBeBefore(text, start) || mayBeBehind(text, end);
    }

    private static boolean mayBeBefore(String text, int start) {
        if (start < 2) {
            return false;
        }
        char c = text.charAt(start - 1);
        if (!isBlank(c)) {
            return BETWEEN.indexOf(c) >= 0;
        }
        char last = text.charAt(start - 2);
        if (!Character.isLetter(last)) {
            return isBlank(last) || BETWEEN.indexOf(last) >= 0 || BETWEEN.indexOf(text.charAt(start)) >= 0;
        }
        return BETWEEN.indexOf(text.charAt(start)) >= 0 || SpokenMark.mayEnd(text, start - 1);
    }

    private static boolean mayBeBehind(String text, int end) {
        if (end + 1 >= text.length()) {
            return false;
        }
        char c = text.charAt(end);
        char next = text.charAt(end + 1);
        if (!isBlank(c)) {
            return c == '.' ? isBlank(next) : BETWEEN.indexOf(c) >= 0;
        }
        if (!Character.isLetterOrDigit(next)) {
            return isBlank(next) || BETWEEN.indexOf(next) >= 0;
        }
        if (FIRST_LETTERS.indexOf(next | 32) >= 0) {
            return true;
        }
        int at = end + 1;
        while (at < text.length() && at - end < LONGEST_LABEL && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at + 1 < text.length() && text.charAt(at) == '.' && Character.isLetter(text.charAt(at + 1));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether it is to be read on as if it had been said. */
    public static boolean isSaidOn(String text, Words words, int start, int end) {
        return isMarkBefore(text, words, start, false) || isDotBehind(text, words, end);
    }

    /** Whether more of it was written than can be read. */
    public static boolean isBroken(String text, Words words, int start, int end) {
        return isMarkBefore(text, words, start, true)
                || isBrokenBefore(text, words, start, end)
                || isBrokenBehind(text, words, end);
    }

    /** @param anyGap even in the line before */
    private static boolean isMarkBefore(String text, Words words, int start, boolean anyGap) {
        int first = words.firstFrom(start);
        int last = first - 1;
        if (last >= 0 && text.startsWith(" . ", start - 3)) {
            return isNamed(words, last) && words.end(last) == start - 3;
        }
        if (last < 1) {
            return false;
        }
        SpokenMark mark = SpokenMark.endingAt(words, last);
        if (mark == null || words.isCapitalised(last) && !words.isUpper(last)) {
            return false;
        }
        int named = last - mark.words();
        return named >= 0
                && (anyGap || SpokenDomain.isClose(words.gap(first), false))
                && SpokenDomain.isClose(words.gap(named + 1), false)
                && isNamed(words, named);
    }

    /** Whether an address may have begun with it. */
    private static boolean isNamed(Words words, int word) {
        return !CommonWords.isFunction(words, word)
                && !SpokenLocal.CUES.has(words, word)
                && !words.isFigures(word)
                && SpokenMark.endingAt(words, word) == null;
    }

    private static boolean isDotBehind(String text, Words words, int end) {
        int next = words.firstFrom(end);
        if (next == words.count()) {
            return false;
        }
        if (SpokenDomain.isTopLevel(words, next) && isDotWithBlank(text, end, words.start(next))) {
            return true;
        }
        int dot = SpokenDomain.dot(words, next);
        int top = next + dot;
        return dot > 0
                && top < words.count()
                && SpokenDomain.isClose(words.gap(next), false)
                && SpokenDomain.isClose(words.gap(top), false)
                && SpokenDomain.isTopLevel(words, top)
                && (words.is(next, "dot") || !CommonWords.isFunction(words, top));
    }

    /** " .uk", " . uk", also in the next line. */
    private static boolean isDotWithBlank(String text, int from, int to) {
        int dot = text.indexOf('.', from);
        return dot > from && dot < to && dot - from <= 2 && to - dot <= 2 && isBlankBetween(text, from, dot);
    }

    private static boolean isBrokenBefore(String text, Words words, int start, int end) {
        int before = start;
        while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        int first = words.firstFrom(start);
        boolean parted = before < start;
        if (first < 1 || before < 1) {
            return false;
        }
        char mark = text.charAt(before - 1);
        int word = first - 1;
        if (!parted) {
            // "jane .doe@acme.com": the mark itself is at the start, or was left out
            boolean begins = before > 1 && Character.isWhitespace(text.charAt(before - 2));
            boolean closed = end < text.length() && text.charAt(end) == mark;
            boolean elided = isApostrophe(mark) && !closed && SpokenDomain.isQuiet(words, first);
            boolean letter = elided && words.length(word) == 1;
            return begins && (letter || (mark == '.' || elided) && isNamed(words, word));
        }
        boolean glued = words.end(word) == before - 1;
        if (isApostrophe(mark) && words.length(word) == 1) {
            return true;
        }
        if (mark == '_' && (glued || text.startsWith(" _ ", start - 3))
                || mark == '=' && glued && !EmailBounds.endsLabel(text, before - 1)) {
            return true;
        }
        if (text.charAt(start) == '_' && isNamed(words, word)) {
            return true;
        }
        boolean opens = "._-+".indexOf(text.charAt(start)) >= 0 && words.end(word) == before;
        return (opens || glued && (mark == '.' || mark == '-')) && isBegun(words, word);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    /** Whether an address was begun with this word: "my mail: jane. doe@acme.com", but not where a sentence ends. */
    private static boolean isBegun(Words words, int word) {
        if (words.isCapitalised(word) || CommonWords.isOrdinary(words, word) || words.isFigures(word)) {
            return false;
        }
        boolean told = word > 0 && (words.gap(word) == ':' || words.is(word - 1, "is"));
        for (int i = word - 1; told && i >= Math.max(0, word - CUE_REACH); i--) {
            if (SpokenLocal.CUES.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its domain goes on across a blank. */
    public static boolean isBrokenBehind(String text, Words words, int end) {
        int next = words.firstFrom(end);
        if (next < 1 || next >= words.count() || end >= text.length()) {
            return false;
        }
        int top = next - 1;
        int from = words.start(next);
        boolean unknown = !EmailBounds.isPlainTop(words.folded(top)) && !SpokenDomain.isTopLevel(words, top);
        if (unknown && from - end <= 2 && isBlankBetween(text, end, from)) {
            // "jane@mail.bright loom.com"
            return AddressWords.isJoint(words, next + 1) && SpokenDomain.isTopLevel(words, next + 1);
        }
        boolean country = from - end <= 3
                && words.length(next) == 2
                && SpokenDomain.isTopLevel(words, next)
                && !words.isCapitalised(next)
                && !CommonWords.isFunction(words, next);
        return country
                && SECOND_LEVEL.has(words, top)
                && (text.charAt(end) == '.' || words.is(top, "co") && words.is(next, "uk"))
                && isBlankBetween(text, text.charAt(end) == '.' ? end + 1 : end, from);
    }

    /** Also the hyphen of a word that goes on in the next line. */
    private static boolean isBlankBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '-' && !isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
