package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.Words;

/** Where the sentence around a value begins and ends. */
final class SentenceBounds {
    /** So far back a sentence is read. */
    static final int BEHIND = 90;

    private static final int AHEAD = 40;

    private SentenceBounds() {}

    /** Where the sentence begins, as far as it is read; never inside a word, half of which could be read as another. */
    static int start(String text, int start) {
        int from = start;
        int lowest = Math.max(0, start - BEHIND);
        while (from > lowest && !isEnd(text, from - 1)) {
            from--;
        }
        return from == lowest ? Words.wholeFrom(text, 0, from, start) : from;
    }

    /** Where the sentence ends, as far as it is read; not inside a word either. */
    static int end(String text, int end) {
        int to = end;
        int highest = Math.min(text.length(), end + AHEAD);
        while (to < highest && text.charAt(to) != '\n' && text.charAt(to) != ';') {
            if (text.charAt(to) == '.' && to + 1 < highest && Character.isWhitespace(text.charAt(to + 1))) {
                break;
            }
            to++;
        }
        while (to > end && to == highest && isInsideWord(text, to)) {
            to--;
            highest--;
        }
        return to;
    }

    private static boolean isInsideWord(String text, int at) {
        return at < text.length()
                && Character.isLetterOrDigit(text.charAt(at))
                && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Whether a sentence ends with a character. */
    static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        if (c > '?') {
            return false; // a letter, as most are
        }
        if (c == '\n' || c == '!' || c == '?' || c == ';') {
            return true;
        }
        return c == '.' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
    }
}
