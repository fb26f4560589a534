package dev.leadkit.capture.text;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text as a sequence of words with their places, made in one pass.
 *
 * <p>A word is a run of letters, digits and combining marks of any script; an apostrophe or a hyphen between two
 * letters belongs to it ({@code O'Brien}, {@code Anne-Marie}). Everything else is a gap. A word in lower case, see {@link
 * #fold}, is made when it is first asked for; to be compared it need not be made. Immutable and safe to share.
 */
public final class Words {
    /** The gap before the first word when nothing but blanks stands there. */
    public static final char START = '^';

    /** The gap of blanks only. */
    public static final char BLANK = ' ';

    private final String text;

    /** The same for fast reading; {@link AsciiText#NONE} if the words were not read so. */
    private final AsciiText ascii;

    /** Of each word two numbers: where it stands, and what {@link Tokenizer} knows of it. */
    private final long[] found;

    /** Where among all that were found the first of these stands. */
    private final int first;

    private final int count;
    private final char head;
    private final char tail;

    /** Each made when it is first asked for; any thread makes the same. */
    private final @Nullable String[] folded;

    /** Those of which these are a piece; absent where they are all. */
    private final @Nullable Words whole;

    private @Nullable Notes notes;

    /** What one map has of each word, looked up once; any thread looks up the same. */
    private static final class Notes {
        private static final Object NONE = new Object();

        private final WordMap<?> map;
        private final @Nullable Object[] values;

        Notes(WordMap<?> map, int words) {
            this.map = map;
            this.values = new Object[words];
        }
    }

    /** @param all of which the array is taken over */
    Words(Tokenizer all) {
        text = all.text;
        ascii = all.ascii;
        found = all.found;
        first = 0;
        count = all.count;
        head = count == 0 ? START : (char) signs(0);
        tail = all.gap;
        folded = new String[count];
        whole = null;
    }

    /** Some of them. */
    private Words(Words all, int first, int count, int from, int to) {
        text = all.text;
        ascii = all.ascii;
        found = all.found;
        folded = all.folded;
        whole = all.whole == null ? all : all.whole;
        this.first = first;
        this.count = count;
        int end = count == 0 ? from : all.end(first + count - 1);
        head = count == 0 ? START : Tokenizer.gap(text, from, all.start(first), START);
        tail = Tokenizer.gap(text, end, to, count == 0 ? START : BLANK);
    }

    public static Words of(String text) {
        AsciiText ascii = AsciiText.of(text);
        return ascii == AsciiText.NONE ? of(text, 0, text.length()) : of(ascii);
    }

    /** @param text not {@link AsciiText#NONE} */
    public static Words of(AsciiText text) {
        return Tokenizer.words(text);
    }

    /** The words that lie in {@code [from, to)}; their offsets are those of the whole text. */
    public static Words of(String text, int from, int to) {
        return Tokenizer.words(text, from, to);
    }

    /**
     * The words of what was asked: those that lie in its last {@code most} characters, since of a long message the request stands at
     * the end. Their offsets are those of the whole text.
     */
    public static Words ofRequest(String asked, int most) {
        return of(asked, Math.max(0, asked.length() - most), asked.length());
    }

    public int count() {
        return count;
    }

    /**
     * The words that lie in {@code [from, to)} of the text, equal to {@link #of(String, int, int)}; but for a word that one
     * of the places cuts, nothing is read again.
     */
    public Words within(int from, int to) {
        int low = firstFrom(from);
        int high = firstFrom(to);
        boolean cut = low > 0 && end(low - 1) > from || high > low && end(high - 1) > to;
        return cut ? of(text, from, to) : new Words(this, first + low, high - low, from, to);
    }

    /**
     * The first place from one on that is not inside a word, half of which could be read as another.
     *
     * @param lowest where the text begins that counts
     * @param to no later than here
     */
    public static int wholeFrom(String text, int lowest, int from, int to) {
        int at = from;
        while (at > lowest && at < to && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    /** The first word that starts at a place or behind it; {@link #count()} if there is none. */
    public int firstFrom(int place) {
        int low =
                count == 0 ? 0 : (int) Math.min(count, (long) place * count / text.length()); // were all of one length
        int high = low;
        for (int step = 1; low > 0 && start(low - 1) >= place; step *= 2) {
            high = low - 1;
            low = Math.max(0, low - step);
        }
        for (int step = 1; high < count && start(high) < place; step *= 2) {
            low = high + 1;
            high = Math.min(count, high + step);
        }
        while (low < high) {
            int middle = low + high >>> 1;
            if (start(middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * What a map has of a word, as {@link WordMap#get} says; of the map that is asked first it is looked up once, however
     * often it is asked for.
     */
    @SuppressWarnings("unchecked") // the notes are those of the one map
    public <V> @Nullable V noted(WordMap<V> map, int word) {
        Words all = whole == null ? this : whole;
        Notes known = all.notes;
        if (known == null) {
            known = new Notes(map, all.count);
            all.notes = known;
        }
        if (known.map != map || word < 0 || word >= count) {
            return map.get(this, word);
        }
        Object value = known.values[first + word];
        if (value == null) {
            V found = map.get(this, word);
            known.values[first + word] = found == null ? Notes.NONE : found;
            return found;
        }
        return value == Notes.NONE ? null : (V) value;
    }

    private long place(int word) {
        assert word >= 0 && word < count : "word " + word + " of " + count; // what is behind them is read in no test
        return found[2 * (first + word)];
    }

    private long signs(int word) {
        assert word >= 0 && word < count : "word " + word + " of " + count;
        return found[2 * (first + word) + 1];
    }

    public int start(int word) {
        return (int) (place(word) >>> 32);
    }

    public int end(int word) {
        return (int) place(word);
    }

    /** In characters as written. */
    public int length(int word) {
        return end(word) - start(word);
    }

    /**
     * What separates a word from the one before: {@link #START}, {@link #BLANK}, or the strongest mark in the gap,
     * where a line break is stronger than the end of a sentence, that than a colon, a comma, and any other character.
     *
     * @param word 0 up to and including {@link #count()}, which asks for the gap after the last word
     */
    public char gap(int word) {
        return word == count ? tail : word == 0 ? head : (char) signs(word);
    }

    /** The word in lower case, as {@link #fold} makes it. */
    public String folded(int word) {
        String made = folded[first + word];
        if (made == null) {
            made = fold(text, start(word), end(word));
            folded[first + word] = made;
        }
        return made;
    }

    /** The hash code of a word, as {@link #hash} has it. */
    public static int hashOf(String word) {
        return WordHash.of(fold(word));
    }

    /** A hash code of the word in lower case, the same in any text. */
    public int hash(int word) {
        return (int) (signs(word) >>> 32);
    }

    /** The first word, from one on, that a sieve of hashes lets through; {@link #count()} if it holds back all. */
    int next(WordSieve sieve, int from) {
        long[] all = found;
        int end = 2 * (first + count);
        int at = 2 * (first + from);
        while (at < end && !sieve.letsThrough((int) (all[at + 1] >>> 32))) {
            at += 2;
        }
        return (at >>> 1) - first;
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
        return text.substring(start(word), end(word));
    }

    /** The first character of a word. */
    public char firstLetter(int word) {
        return text.charAt(start(word));
    }

    /** The last character of a word. */
    public char lastLetter(int word) {
        return text.charAt(end(word) - 1);
    }

    /** Whether it is written so, capitals and all. */
    public boolean isWritten(int word, String expected) {
        return length(word) == expected.length() && text.startsWith(expected, start(word));
    }

    /** Whether a character stands right behind a word. */
    public boolean isBefore(int word, char mark) {
        int at = end(word);
        return at < text.length() && text.charAt(at) == mark;
    }

    /** Whether a character stands right before a word. */
    public boolean isBehind(int word, char mark) {
        int at = start(word) - 1;
        return at >= 0 && text.charAt(at) == mark;
    }

    /** What stands from one word up to another, as written but with single blanks; {@code to} is not in it. */
    public String raw(int from, int to) {
        int end = end(to - 1);
        var raw = new StringBuilder(end - start(from));
        for (int i = start(from); i < end; i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c);
            if (!blank || raw.charAt(raw.length() - 1) != ' ') {
                raw.append(blank ? ' ' : c);
            }
        }
        return raw.toString();
    }

    /** @param expected as {@link #fold} makes it */
    public boolean is(int word, String expected) {
        return word >= 0 && word < count && isSame(word, expected);
    }

    /** Without making the word, where it is ASCII. */
    private boolean isSame(int word, String expected) {
        int start = start(word);
        int length = end(word) - start;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(start + i);
            if (c >= 128) {
                return folded(word).equals(expected);
            }
            if (i >= expected.length() || (c | 32) != expected.charAt(i)) {
                // A letter of ASCII may be composed with the mark behind it.
                return i < expected.length()
                        && expected.charAt(i) >= 128
                        && folded(word).equals(expected);
            }
        }
        return length == expected.length();
    }

    /**
     * Whether it is the one that {@link #is} would compare it with.
     *
     * @param characters those of the expected one, as {@link AsciiText#wordOf} has them
     */
    boolean is(int word, String expected, long characters) {
        int length = length(word);
        if (ascii == AsciiText.NONE || length > AsciiText.STEP || characters == 0) {
            return is(word, expected);
        }
        return AsciiText.first(ascii.from(start(word)) | AsciiText.LOWER, length) == characters;
    }

    /** False where the text has no such word. */
    public boolean startsWithDigit(int word) {
        return word >= 0 && word < count && Character.isDigit(text.charAt(start(word)));
    }

    /** Whether it is of the digits 0 to 9 alone. */
    public boolean isFigures(int word) {
        for (int i = start(word); i < end(word); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether it ends in an apostrophe and an s. */
    public boolean isPossessive(int word) {
        int last = end(word) - 1;
        return last > start(word) + 1
                && (text.charAt(last) | 32) == 's'
                && (text.charAt(last - 1) == '\'' || text.charAt(last - 1) == '’');
    }

    /** Whether its second character is an apostrophe, with a capital behind: "d'Anjou". */
    public boolean isElided(int word) {
        int second = start(word) + 1;
        return length(word) > 2
                && (text.charAt(second) == '\'' || text.charAt(second) == '’')
                && Character.isUpperCase(text.charAt(second + 1));
    }

    /** Whether the first letter is a capital; always false in scripts that have none, and where the text has no such word. */
    public boolean isCapitalised(int word) {
        return word >= 0 && word < count && (signs(word) & Tokenizer.CAPITAL) != 0;
    }

    /** Whether it has two letters or more and none of them is a small one. */
    public boolean isUpper(int word) {
        for (int i = start(word); i < end(word); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return end(word) - start(word) > 1;
    }

    /** Whether a sentence or a line ends in the gap before this word; also true before the first and after the last. */
    public boolean startsSentence(int word) {
        if (word <= 0 || word >= count) {
            return true;
        }
        return isSentenceEnd(gap(word));
    }

    /** Whether a question mark stands behind a word, at once or after a blank. */
    public boolean asks(int word) {
        int at = end(word);
        if (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == '？');
    }

    public static boolean isSentenceEnd(char gap) {
        return gap == '.' || gap == '!' || gap == '?' || gap == ';' || gap == '\n' || gap == '。' || gap == START;
    }

    /**
     * A word as {@link #folded} has it: in lower case, with a plain apostrophe, letters and their marks composed, and the
     * Turkish capital İ and small ı as i, since who writes in capitals or on another keyboard has I and i for them.
     */
    public static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 128) {
                return foldOther(lower);
            }
        }
        return lower;
    }

    private static String foldOther(String lower) {
        String composed = Normalizer.normalize(lower, Normalizer.Form.NFC);
        return composed.replace("i\u0307", "i").replace('ı', 'i').replace('’', '\'');
    }

    static String fold(String text, int start, int end) {
        return fold(text.substring(start, end));
    }
}
