package dev.leadkit.capture.text;

import java.util.Arrays;

/** Finds the words of a piece of text, in one pass. Made for one piece. */
final class Tokenizer {
    /** Letters and digits of ASCII in lower case; 0 for any other character. */
    private static final byte[] LOWER = lower();

    final String text;
    final AsciiText ascii;
    private final int to;

    /** Of a word that begins with a capital. */
    static final int CAPITAL = 1 << Character.SIZE;

    /** Of each word its start and end, then its {@link WordHash} in lower case, {@link #CAPITAL} and the gap before it. */
    long[] found;

    int count;

    /** The gap before the next word. */
    char gap = Words.START;

    private Tokenizer(String text, AsciiText ascii, int from, int to) {
        int capacity = Math.max(8, (to - from) / 4);
        this.text = text;
        this.ascii = ascii;
        this.to = to;
        found = new long[2 * capacity];
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
        var tokens = new Tokenizer(text, AsciiText.NONE, from, to);
        tokens.read(from);
        return new Words(tokens);
    }

    /** All words of a text, eight characters of which are read at once. */
    static Words words(AsciiText ascii) {
        var tokens = new Tokenizer(ascii.text(), ascii, 0, ascii.length());
        tokens.readEights();
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

    private void readEights() {
        int at = 0;
        while (at < to) {
            long here = ascii.from(at);
            int length = AsciiText.countWordParts(here);
            int mark = AsciiText.at(here, length);
            if (length == 0) {
                at = addToGap(at);
            } else if (length < AsciiText.STEP && (mark == ' ' || !isJoiner(mark))) {
                addShort(at, length, here);
                at += mark == ' ' ? length + 1 : length; // no gap is weaker
            } else {
                at = addLong(at);
            }
        }
    }

    /** What stands up to the next word; the start of it. */
    private int addToGap(int start) {
        int at = start;
        do {
            addMark(ascii.charAt(at));
            at++;
        } while (at < to && !AsciiText.isWordPart(ascii.byteAt(at)));
        return at;
    }

    private void addShort(int start, int length, long characters) {
        int hash = WordHash.of(AsciiText.first(characters | AsciiText.LOWER, length));
        add(start, start + length, hash, AsciiText.isCapital(AsciiText.at(characters, 0)));
    }

    /** A word of eight characters or more, or with an apostrophe or a hyphen; the end of it. */
    private int addLong(int start) {
        int end = ascii.endOfWord(start);
        while (end + 1 < to
                && isJoiner(ascii.byteAt(end))
                && AsciiText.isLetter(ascii.byteAt(end + 1))
                && AsciiText.isLetter(ascii.byteAt(end - 1))) {
            end = ascii.endOfWord(end + 1);
        }
        long hash = 0;
        for (int at = start; at < end; at += AsciiText.STEP) {
            hash = WordHash.and(hash, AsciiText.first(ascii.from(at) | AsciiText.LOWER, end - at));
        }
        add(start, end, WordHash.end(hash), AsciiText.isCapital(ascii.byteAt(start)));
        return end;
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
        long hash = 0;
        long characters = 0;
        char c = text.charAt(at);
        for (byte lower = LOWER[c]; lower != 0; lower = c < 128 ? LOWER[c] : 0) {
            characters |= (long) lower << AsciiText.STEP * (at - start); // by the last six bits
            at++;
            if ((at - start) % AsciiText.STEP == 0) {
                hash = WordHash.and(hash, characters);
                characters = 0;
            }
            c = at < to ? text.charAt(at) : ' ';
        }
        if (c >= 128 || isJoiner(c)) {
            int end = endOfWord(text, start, at, to);
            if (end > at) {
                return addAny(start, end);
            }
        }
        int whole = WordHash.end((at - start) % AsciiText.STEP == 0 ? hash : WordHash.and(hash, characters));
        add(start, at, whole, AsciiText.isCapital(text.charAt(start)));
        return at;
    }

    private int addOther(int start) {
        int code = text.codePointAt(start);
        if (isWordPart(code)) {
            return addAny(start, endOfWord(text, start, start, to));
        }
        addMark(code);
        return start + Character.charCount(code);
    }

    private void addMark(int code) {
        if (code != ' ') {
            gap = stronger(gap, mark(code)); // no gap is weaker than a blank
        }
    }

    private int addAny(int start, int end) {
        int first = text.codePointAt(start);
        boolean capital = Character.isUpperCase(first) || Character.isTitleCase(first);
        add(start, end, WordHash.of(Words.fold(text, start, end)), capital);
        return end;
    }

    private void add(int start, int end, int hash, boolean capital) {
        if (2 * count == found.length) {
            found = Arrays.copyOf(found, 4 * count);
        }
        found[2 * count] = (long) start << 32 | end;
        found[2 * count + 1] = (long) hash << 32 | (capital ? CAPITAL : 0) | gap;
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
