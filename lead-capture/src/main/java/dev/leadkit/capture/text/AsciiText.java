package dev.leadkit.capture.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A text of ASCII alone, of which eight characters are read at once: as one number, in whose bytes they stand, the first one
 * lowest. A typographic apostrophe between two letters is read as a plain one, as {@link Words} reads it. Immutable.
 */
public final class AsciiText {
    /** In place of a text that has other characters, or fewer than eight. */
    public static final AsciiText NONE = new AsciiText("", new byte[0]);

    public static final int STEP = 8;

    /** The highest bit of each byte, which no character has. */
    public static final long HIGH = each(0x80);

    /** The bit that a capital letter lacks. */
    public static final long LOWER = each(0x20);

    private static final VarHandle NUMBERS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** What lifts a character to the highest bit, from this one on. */
    private static final long FROM_MARKS = each(0x80 - '!');

    private static final long FROM_A = each(0x80 - 'a');
    private static final long BEHIND_Z = each(0x80 - 'z' - 1);
    private static final long FROM_0 = each(0x80 - '0');
    private static final long BEHIND_9 = each(0x80 - '9' - 1);
    private static final long SIGNS = each('@');
    private static final long AS = each('a');
    private static final long TS = each('t');

    private final String text;
    private final byte[] bytes;

    private AsciiText(String text, byte[] bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    /** {@link #NONE} where it has other characters, or fewer than eight. */
    public static AsciiText of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8); // others take two bytes or more; but see charAt
        if (bytes.length != text.length()) {
            return withApostrophes(text);
        }
        return bytes.length >= STEP ? new AsciiText(text, bytes) : NONE;
    }

    private static AsciiText withApostrophes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            boolean inWord =
                    i > 0 && i + 1 < bytes.length && isLetter(text.charAt(i - 1)) && isLetter(text.charAt(i + 1));
            if (c >= 128 && !(c == '’' && inWord)) {
                return NONE;
            }
            bytes[i] = (byte) (c == '’' ? '\'' : c);
        }
        return bytes.length >= STEP ? new AsciiText(text, bytes) : NONE;
    }

    private static long each(int value) {
        return value * 0x0101_0101_0101_0101L;
    }

    String text() {
        return text;
    }

    public int length() {
        return bytes.length;
    }

    /** A question mark may stand for half of a surrogate pair, which takes one byte too. */
    public char charAt(int place) {
        byte b = bytes[place];
        return b == '?' ? text.charAt(place) : (char) b;
    }

    /** As a number of 0 to 127, without looking what a question mark stands for. */
    public int byteAt(int place) {
        return bytes[place];
    }

    /** The characters from a place on; 0 for those behind the end. */
    public long from(int place) {
        return place <= bytes.length - STEP ? (long) NUMBERS.get(bytes, place) : last(bytes.length - place);
    }

    /** The last characters, {@code count} of them and fewer than eight; 0 for those behind them. */
    private long last(int count) {
        return count <= 0 ? 0 : (long) NUMBERS.get(bytes, bytes.length - STEP) >>> Long.SIZE - STEP * count;
    }

    /** The characters up to a place, which itself is not among them; 0 for those before the start. */
    public long upTo(int place) {
        if (place >= STEP) {
            return (long) NUMBERS.get(bytes, place - STEP);
        }
        return place == 0 ? 0 : (long) NUMBERS.get(bytes, 0) << STEP * (STEP - place);
    }

    /** The first {@code count} characters. */
    public static long first(long characters, int count) {
        return count >= STEP ? characters : characters & (1L << STEP * count) - 1;
    }

    /** The characters of a word in lower case; 0 if it has others than ASCII or more than eight. */
    static long wordOf(String word) {
        long characters = 0;
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128 || i == STEP) {
                return 0;
            }
            characters |= (long) word.charAt(i) << STEP * i;
        }
        return characters;
    }

    /** One of the characters. */
    static int at(long characters, int place) {
        return (int) (characters >>> STEP * place) & 0x7f;
    }

    /** The {@link #HIGH} bits of blanks, line breaks and what is not there. */
    public static long blanks(long characters) {
        return ~(characters + FROM_MARKS) & HIGH;
    }

    /** The {@link #HIGH} bits of letters, of characters in lower case. */
    public static long letters(long lower) {
        return lower + FROM_A & ~(lower + BEHIND_Z) & HIGH;
    }

    /** The {@link #HIGH} bits of digits. */
    static long digits(long characters) {
        return characters + FROM_0 & ~(characters + BEHIND_9) & HIGH;
    }

    /** How many letters and digits stand in a row from a place on, up to eight. */
    static int countWordParts(long characters) {
        long parts = letters(characters | LOWER) | digits(characters);
        return Long.numberOfTrailingZeros(~parts & HIGH) >>> 3;
    }

    /** Behind the last of the letters and digits that stand in a row from a place on. */
    int endOfWord(int from) {
        int at = from;
        int count = countWordParts(from(at));
        while (count == STEP) {
            at += STEP;
            count = countWordParts(from(at));
        }
        return at + count;
    }

    /** The place of the next digit, at a place or behind it; -1 if there is none. */
    public int nextDigit(int from) {
        for (int at = from; at < bytes.length; at += STEP) {
            long digits = digits(from(at));
            if (digits != 0) {
                return at + (Long.numberOfTrailingZeros(digits) >>> 3);
            }
        }
        return -1;
    }

    /** The next {@code @}, or the 'a' of the next word "at" or camel sign, at a place or behind it; -1 if there is none. */
    public int nextSign(int from) {
        int at = from;
        for (; at + STEP < bytes.length; at += STEP) {
            long signs = signs((long) NUMBERS.get(bytes, at), (long) NUMBERS.get(bytes, at + 1));
            if (signs != 0) {
                int found = firstSign(at, signs);
                if (found >= 0) {
                    return found;
                }
            }
        }
        return at >= bytes.length ? -1 : firstSign(at, signs(from(at), from(at + 1)));
    }

    /** The {@link #HIGH} bits of all {@code @} and of each 'a' before a 't'. */
    private static long signs(long here, long next) {
        long at = (here ^ AS | next ^ TS) & ~LOWER;
        return (HIGH - (here ^ SIGNS) | HIGH - at) & HIGH;
    }

    private int firstSign(int at, long signs) {
        for (long rest = signs; rest != 0; rest &= rest - 1) {
            int found = at + (Long.numberOfTrailingZeros(rest) >>> 3);
            if (bytes[found] == '@' || isWord(found, found + 2) || bytes[found] == 'A' && isCamelSign(text, found)) {
                return found;
            }
        }
        return -1;
    }

    private boolean isWord(int start, int end) {
        return start > 0 && end < bytes.length && !isWordPart(bytes[start - 1]) && !isWordPart(bytes[end]);
    }

    /** Whether "AT" stands there within a word, behind a small letter or a digit, as in "janeATacmeDOTcom". */
    public static boolean isCamelSign(String text, int at) {
        return at > 0
                && at + 2 < text.length()
                && text.startsWith("AT", at)
                && isSmall(text.charAt(at - 1))
                && isWordPart(text.charAt(at + 2));
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** Whether it is a letter or a digit. */
    public static boolean isWordPart(int c) {
        return isLetter(c) || isDigit(c);
    }

    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }

    public static boolean isLetter(int c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
}
