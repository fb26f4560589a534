package dev.leadkit.capture.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text as a sequence of words with their places, made in one pass.
 *
 * <p>A word is a run of letters, digits and combining marks of any script; an apostrophe or a hyphen between two
 * letters belongs to it ({@code O'Brien}, {@code Anne-Marie}). Everything else is a gap. A word in lower case is made when
 * it is first asked for; to be compared it need not be made. Immutable and safe to share.
 */
public final class Words {
    /** The gap before the first word when nothing but blanks stands there. */
    public static final char START = '^';

    /** The gap of blanks only. */
    public static final char BLANK = ' ';

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int[] hashes;
    private final char[] gaps;
    private final int count;
    private final char tail;
    private final int digits;

    /** Each made when it is first asked for; any thread makes the same. */
    private final @Nullable String[] folded;

    /** @param found of which the arrays are taken over */
    Words(Tokenizer found) {
        text = found.text;
        starts = found.starts;
        ends = found.ends;
        hashes = found.hashes;
        gaps = found.gaps;
        count = found.count;
        tail = found.gap;
        digits = found.digits;
        folded = new String[count];
    }

    public static Words of(String text) {
        return of(text, 0, text.length());
    }

    /** The words that lie in {@code [from, to)}; their offsets are those of the whole text. */
    public static Words of(String text, int from, int to) {
        return Tokenizer.words(text, from, to);
    }

    public int count() {
        return count;
    }

    /** How many digits stand in all words together. */
    public int digits() {
        return digits;
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
        String made = folded[word];
        if (made == null) {
            made = fold(text, starts[word], ends[word]);
            folded[word] = made;
        }
        return made;
    }

    /** The hash code of the word in lower case. */
    int hash(int word) {
        return hashes[word];
    }

    /** The word in lower case; empty where the text has none. */
    public String foldedOrEmpty(int word) {
        return word >= 0 && word < count ? folded(word) : "";
    }

    /** The word before this one in lower case; empty where this one starts a sentence. */
    public String before(int word) {
        return word > 0 && !startsSentence(word) ? folded(word - 1) : "";
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
        return word >= 0 && word < count && hashes[word] == expected.hashCode() && isSame(word, expected);
    }

    /** Without making the word, where it is ASCII. */
    private boolean isSame(int word, String expected) {
        int start = starts[word];
        boolean plain = ends[word] - start == expected.length();
        for (int i = 0; plain && i < expected.length(); i++) {
            char c = text.charAt(start + i);
            if (c < 128 && (c | 32) != expected.charAt(i)) {
                return false;
            }
            plain = c < 128;
        }
        return plain || folded(word).equals(expected);
    }

    public boolean startsWithDigit(int word) {
        return Character.isDigit(text.charAt(starts[word]));
    }

    /** Whether it ends in an apostrophe and an s. */
    public boolean isPossessive(int word) {
        int last = ends[word] - 1;
        return last > starts[word] + 1
                && (text.charAt(last) | 32) == 's'
                && (text.charAt(last - 1) == '\'' || text.charAt(last - 1) == '’');
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

    static String fold(String text, int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
