package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;

/** The first and the last sentence of a text, with their question mark and without other marks around them. */
final class Sentences {
    private static final int LONGEST = 300;

    private Sentences() {}

    /** Empty where the text begins with none that is short enough. */
    static Span first(String text) {
        int start = 0;
        while (start < text.length() && !isWord(text, start)) {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start <= LONGEST && !ClauseCutter.endsClause(text, end)) {
            end++;
        }
        return end - start > LONGEST ? new Span(start, start) : span(text, start, end);
    }

    /** Empty where the text ends with none that is short enough. */
    static Span last(String text) {
        int end = text.length();
        while (end > 0 && !isWord(text, end - 1)) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start <= LONGEST && !ClauseCutter.endsClause(text, start - 1)) {
            start--;
        }
        if (end - start > LONGEST) {
            return new Span(end, end);
        }
        while (start < end && !isWord(text, start)) {
            start++;
        }
        return span(text, start, end);
    }

    /** Whether one begins with a word; the point of a number ends none. */
    static boolean startsAt(Words words, int word) {
        boolean inNumber = word > 0
                && word < words.count()
                && words.gap(word) == '.'
                && words.start(word) - words.end(word - 1) == 1
                && words.startsWithDigit(word);
        return words.startsSentence(word) && !inNumber;
    }

    private static Span span(String text, int start, int end) {
        int to = end;
        while (to > start && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(start, end < text.length() && text.charAt(end) == '?' ? end + 1 : to);
    }

    private static boolean isWord(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c) || ContactLook.isMoney(c) || Character.isSurrogate(c);
    }
}
