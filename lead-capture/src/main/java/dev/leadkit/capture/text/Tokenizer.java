package dev.leadkit.capture.text;

import java.util.Arrays;

/** Finds the words of a text, in one pass. Made for one text. */
final class Tokenizer {
    final String text;
    int[] starts;
    int[] ends;
    int[] hashes;
    char[] gaps;
    int count;
    int digits;

    /** The gap before the next word. */
    char gap = Words.START;

    private Tokenizer(String text, int length) {
        int capacity = Math.max(8, length / 5);
        this.text = text;
        starts = new int[capacity];
        ends = new int[capacity];
        hashes = new int[capacity];
        gaps = new char[capacity];
    }

    /** The words that lie in {@code [from, to)}. */
    static Words words(String text, int from, int to) {
        var tokens = new Tokenizer(text, to - from);
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++; // no gap is weaker
            } else if (isPlain(c)) {
                at = tokens.addPlain(at, to);
            } else {
                at = tokens.addOther(at, to);
            }
        }
        return new Words(tokens);
    }

    /** A word that begins with a letter or a digit of ASCII; the end of it. */
    private int addPlain(int from, int to) {
        int hash = 0;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (!isPlain(c)) {
                if (c >= 128 || isJoiner(c)) {
                    int end = endOfWord(text, from, at, to);
                    if (end > at) {
                        return addAny(from, at, end);
                    }
                }
                break;
            }
            digits += c <= '9' ? 1 : 0;
            hash = 31 * hash + (c | 32); // as String has it of the word in lower case
            at++;
        }
        add(from, at, hash);
        return at;
    }

    private int addOther(int from, int to) {
        int code = text.codePointAt(from);
        if (isWordPart(code)) {
            return addAny(from, from, endOfWord(text, from, from, to));
        }
        gap = stronger(gap, (char) Math.min(code, Character.MAX_VALUE));
        return from + Character.charCount(code);
    }

    /** @param read before where the digits are counted already */
    private int addAny(int from, int read, int to) {
        for (int i = read; i < to; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        add(from, to, Words.fold(text, from, to).hashCode());
        return to;
    }

    private void add(int from, int to, int hash) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
            gaps = Arrays.copyOf(gaps, count * 2);
        }
        starts[count] = from;
        ends[count] = to;
        hashes[count] = hash;
        gaps[count] = gap;
        count++;
        gap = Words.BLANK;
    }

    /** The end of the word that starts at {@code from} and reaches to {@code at} at least. */
    private static int endOfWord(String text, int from, int reached, int to) {
        int at = reached;
        while (at < to) {
            int code = text.codePointAt(at);
            if (isWordPart(code)) {
                at += Character.charCount(code);
            } else if (isJoiner(code)
                    && at > from
                    && at + 1 < to
                    && Character.isLetter(text.codePointAt(at + 1))
                    && !Character.isDigit(text.charAt(at - 1))) {
                at++;
            } else {
                break;
            }
        }
        return Math.min(at, to);
    }

    private static boolean isPlain(char c) {
        return (char) ((c | 32) - 'a') < 26 || (char) (c - '0') < 10;
    }

    private static boolean isWordPart(int code) {
        return code < 128 ? isPlain((char) code) : Character.isLetterOrDigit(code) || isMark(code);
    }

    private static boolean isMark(int code) {
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isJoiner(int code) {
        return code == '\'' || code == '’' || code == '-' || code == '‐';
    }

    private static char stronger(char gap, char seen) {
        char mark = seen == '\r' ? '\n' : seen == ' ' || seen == '\t' || seen == '\u00a0' ? Words.BLANK : seen;
        return strength(mark) > strength(gap) ? mark : gap;
    }

    private static int strength(char gap) {
        return switch (gap) {
            case '\n' -> 6;
            case '.', '!', '?', ';', '。', '！', '？' -> 5;
            case ':', '：' -> 4;
            case ',', '，' -> 3;
            case Words.START -> 1;
            case Words.BLANK -> 0;
            default -> 2;
        };
    }
}
