package dev.leadkit.capture.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * A text as a sequence of words with their places, made in one pass.
 *
 * <p>A word is a run of letters, digits and combining marks of any script; an apostrophe or a hyphen between two
 * letters belongs to it ({@code O'Brien}, {@code Anne-Marie}). Everything else is a gap. Immutable and safe to share.
 */
public final class Words {
    /** The gap before the first word when nothing but blanks stands there. */
    public static final char START = '^';

    /** The gap of blanks only. */
    public static final char BLANK = ' ';

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final char[] gaps;
    private final String[] folded;
    private final char tail;
    private final int count;

    private Words(String text, int[] starts, int[] ends, char[] gaps, int count, char tail) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.gaps = gaps;
        this.count = count;
        this.tail = tail;
        this.folded = new String[count];
        for (int i = 0; i < count; i++) {
            folded[i] = fold(text, starts[i], ends[i]);
        }
    }

    public static Words of(String text) {
        return of(text, 0, text.length());
    }

    /** The words that lie in {@code [from, to)}; their offsets are those of the whole text. */
    public static Words of(String text, int from, int to) {
        int capacity = Math.max(8, (to - from) / 5);
        int[] starts = new int[capacity];
        int[] ends = new int[capacity];
        char[] gaps = new char[capacity];
        int count = 0;
        char gap = START;
        int at = from;
        while (at < to) {
            int code = text.codePointAt(at);
            if (!isWordPart(code)) {
                gap = stronger(gap, (char) Math.min(code, Character.MAX_VALUE));
                at += Character.charCount(code);
                continue;
            }
            int end = endOfWord(text, at, to);
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
                gaps = Arrays.copyOf(gaps, count * 2);
            }
            starts[count] = at;
            ends[count] = end;
            gaps[count] = gap;
            count++;
            gap = BLANK;
            at = end;
        }
        return new Words(text, starts, ends, gaps, count, gap);
    }

    public int count() {
        return count;
    }

    public int start(int word) {
        return starts[word];
    }

    public int end(int word) {
        return ends[word];
    }

    /**
     * What separates a word from the one before: {@link #START}, {@link #BLANK}, or the strongest mark in the gap,
     * where a line break is stronger than the end of a sentence, that than a colon, a comma, and any other character.
     *
     * @param word 0 up to and including {@link #count()}, which asks for the gap after the last word
     */
    public char gap(int word) {
        return word == count ? tail : gaps[word];
    }

    /** The word in lower case, with a plain apostrophe. */
    public String folded(int word) {
        return folded[word];
    }

    /** The word in lower case; empty where the text has none. */
    public String foldedOrEmpty(int word) {
        return word >= 0 && word < count ? folded[word] : "";
    }

    /** The word before this one in lower case; empty where this one starts a sentence. */
    public String before(int word) {
        return word > 0 && !startsSentence(word) ? folded[word - 1] : "";
    }

    /** The word as written. */
    public String raw(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /** What stands from one word up to another, as written but with single blanks; {@code to} is not in it. */
    public String raw(int from, int to) {
        var raw = new StringBuilder(ends[to - 1] - starts[from]);
        for (int i = starts[from]; i < ends[to - 1]; i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c);
            if (!blank || raw.charAt(raw.length() - 1) != ' ') {
                raw.append(blank ? ' ' : c);
            }
        }
        return raw.toString();
    }

    public boolean is(int word, String expected) {
        return word >= 0 && word < count && folded[word].equals(expected);
    }

    /** Whether the first letter is a capital; always false in scripts that have none. */
    public boolean isCapitalised(int word) {
        int first = text.codePointAt(starts[word]);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    /** Whether a sentence or a line ends in the gap before this word; also true before the first and after the last. */
    public boolean startsSentence(int word) {
        if (word <= 0 || word >= count) {
            return true;
        }
        return isSentenceEnd(gaps[word]);
    }

    public static boolean isSentenceEnd(char gap) {
        return gap == '.' || gap == '!' || gap == '?' || gap == ';' || gap == '\n' || gap == '。' || gap == START;
    }

    private static int endOfWord(String text, int from, int to) {
        int at = from;
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

    private static boolean isWordPart(int code) {
        if (code < 128) {
            return (code | 32) >= 'a' && (code | 32) <= 'z' || code >= '0' && code <= '9';
        }
        return Character.isLetterOrDigit(code) || isMark(code);
    }

    private static boolean isMark(int code) {
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isJoiner(int code) {
        return code == '\'' || code == '’' || code == '-' || code == '‐';
    }

    private static char stronger(char gap, char seen) {
        char mark = seen == '\r' ? '\n' : seen == ' ' || seen == '\t' || seen == '\u00a0' ? BLANK : seen;
        return strength(mark) > strength(gap) ? mark : gap;
    }

    private static int strength(char gap) {
        return switch (gap) {
            case '\n' -> 6;
            case '.', '!', '?', ';', '。', '！', '？' -> 5;
            case ':', '：' -> 4;
            case ',', '，' -> 3;
            case START -> 1;
            case BLANK -> 0;
            default -> 2;
        };
    }

    private static String fold(String text, int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
