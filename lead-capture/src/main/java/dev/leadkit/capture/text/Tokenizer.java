package dev.leadkit.capture.text;

import java.util.Arrays;

/** Finds the words of a piece of text, in one pass. Made for one piece. */
final class Tokenizer {
    /** Letters and digits of ASCII in lower case; 0 for any other character. */
    private static final byte[] LOWER = lower();

    final String text;
    private final int to;

    /** Of each word, its start and its end. */
    long[] places;

    /** Of each word, its hash code in lower case, whether it {@link Words#HAS_DIGIT}, and the gap before it. */
    long[] signs;

    int count;
    int digits;

    /** The gap before the next word. */
    char gap = Words.START;

    private Tokenizer(String text, int from, int to) {
        int capacity = Math.max(8, (to - from) / 5);
        this.text = text;
        this.to = to;
        places = new long[capacity];
        signs = new long[capacity];
    }

    private static byte[] lower() {
        byte[] lower = new byte[128];
        for (char c = '0'; c <= '9'; c++) {
            lower[c] = (byte) c;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            lower[c] = (byte) c;
            lower[Character.toUpperCase(c)] = (byte) c;
        }
        return lower;
    }

    /** The words that lie in {@code [from, to)}. */
    static Words words(String text, int from, int to) {
        var tokens = new Tokenizer(text, from, to);
        tokens.read(from);
        return new Words(tokens);
    }

    /** What separates the words at both ends of {@code [from, to)}, in which no word stands. */
    static char gap(String text, int from, int to, char weakest) {
        char gap = weakest;
        for (int at = from; at < to; ) {
            int code = text.codePointAt(at);
            gap = stronger(gap, mark(code));
            at += Character.charCount(code);
        }
        return gap;
    }

    static int digits(String text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    private void read(int from) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++; // no gap is weaker
            } else if (isPlain(c)) {
                at = addPlain(at);
            } else {
                at = addOther(at);
            }
        }
    }

    /** A word that begins with a letter or a digit of ASCII; the end of it. */
    private int addPlain(int start) {
        int at = start;
        int hash = 0;
        int seen = 0;
        char c = text.charAt(at);
        for (byte lower = LOWER[c]; lower != 0; lower = c < 128 ? LOWER[c] : 0) {
            seen += lower <= '9' ? 1 : 0;
            hash = 31 * hash + lower; // as String has it of the word in lower case
            at++;
            c = at < to ? text.charAt(at) : ' ';
        }
        if (c >= 128 || isJoiner(c)) {
            int end = endOfWord(text, start, at, to);
            if (end > at) {
                return addAny(start, end);
            }
        }
        add(start, at, hash, seen);
        return at;
    }

    private int addOther(int start) {
        int code = text.codePointAt(start);
        if (isWordPart(code)) {
            return addAny(start, endOfWord(text, start, start, to));
        }
        gap = stronger(gap, mark(code));
        return start + Character.charCount(code);
    }

    private int addAny(int start, int end) {
        add(start, end, Words.fold(text, start, end).hashCode(), digits(text, start, end));
        return end;
    }

    private void add(int start, int end, int hash, int seen) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
            signs = Arrays.copyOf(signs, count * 2);
        }
        places[count] = (long) start << 32 | end;
        signs[count] = (long) hash << 32 | (seen > 0 ? Words.HAS_DIGIT : 0) | gap;
        digits += seen;
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

    private static boolean isPlain(int code) {
        return code < 128 && LOWER[code] != 0;
    }

    private static boolean isWordPart(int code) {
        return code < 128 ? isPlain(code) : Character.isLetterOrDigit(code) || isMark(code);
    }

    private static boolean isMark(int code) {
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isJoiner(int code) {
        return code == '\'' || code == '’' || code == '-' || code == '‐';
    }

    private static char mark(int code) {
        return switch (code) {
            case '\r' -> '\n';
            case '\t', '\u00a0' -> Words.BLANK;
            default -> (char) Math.min(code, Character.MAX_VALUE);
        };
    }

    private static char stronger(char gap, char mark) {
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
