package dev.leadkit.capture.visits;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The count, and what stands in for each method of the platform that looks at more than one character. Woven-in code
 * calls it, so it is public; one thread at a time.
 */
public final class Visits {
    private static long count;

    private Visits() {}

    /** How many visits the work takes. */
    public static long of(Runnable work) {
        count = 0;
        work.run();
        return count;
    }

    /** A method was called, or a loop goes round once more. */
    public static void step() {
        count++;
    }

    private static String made(String result) {
        count += result.length();
        return result;
    }

    private static int found(int index, int passed, int all) {
        count += index < 0 ? all : passed;
        return index;
    }

    public static String substring(String text, int from) {
        return made(text.substring(from));
    }

    public static String substring(String text, int from, int to) {
        return made(text.substring(from, to));
    }

    public static CharSequence subSequence(String text, int from, int to) {
        return made(text.substring(from, to));
    }

    public static String strip(String text) {
        count += text.length();
        return text.strip();
    }

    public static String trim(String text) {
        count += text.length();
        return text.trim();
    }

    public static String toLowerCase(String text, Locale locale) {
        return made(text.toLowerCase(locale));
    }

    public static String toUpperCase(String text, Locale locale) {
        return made(text.toUpperCase(locale));
    }

    public static String replace(String text, char from, char to) {
        return made(text.replace(from, to));
    }

    public static String replace(String text, CharSequence from, CharSequence to) {
        count += text.length();
        return made(text.replace(from, to));
    }

    public static String[] split(String text, String regex, int limit) {
        count += text.length();
        return text.split(regex, limit);
    }

    public static String repeat(String text, int times) {
        return made(text.repeat(times));
    }

    public static String formatted(String text, Object... parts) {
        return made(text.formatted(parts));
    }

    public static boolean contains(String text, CharSequence part) {
        return indexOf(text, part.toString()) >= 0;
    }

    public static int indexOf(String text, String part) {
        int index = text.indexOf(part);
        return found(index, index, text.length());
    }

    public static int indexOf(String text, String part, int from) {
        int index = text.indexOf(part, from);
        return found(index, index - from, Math.max(0, text.length() - from));
    }

    public static int indexOf(String text, int c) {
        return indexOf(text, c, 0);
    }

    public static int indexOf(String text, int c, int from) {
        int index = text.indexOf(c, from);
        return found(index, index - from, text.length() - from);
    }

    public static int lastIndexOf(String text, int c) {
        return lastIndexOf(text, c, text.length() - 1);
    }

    public static int lastIndexOf(String text, int c, int from) {
        int index = text.lastIndexOf(c, from);
        return found(index, from - index, from + 1);
    }

    public static boolean startsWith(String text, String part) {
        count += part.length();
        return text.startsWith(part);
    }

    public static boolean startsWith(String text, String part, int from) {
        count += part.length();
        return text.startsWith(part, from);
    }

    public static boolean endsWith(String text, String part) {
        count += part.length();
        return text.endsWith(part);
    }

    public static boolean regionMatches(String text, boolean folded, int at, String other, int from, int length) {
        count += length;
        return text.regionMatches(folded, at, other, from, length);
    }

    public static boolean isBlank(String text) {
        count += text.length();
        return text.isBlank();
    }

    public static IntStream chars(String text) {
        count += text.length();
        return text.chars();
    }

    public static IntStream codePoints(String text) {
        count += text.length();
        return text.codePoints();
    }

    public static byte[] getBytes(String text, String charset) throws UnsupportedEncodingException {
        count += text.length();
        return text.getBytes(charset);
    }

    public static byte[] getBytes(String text, Charset charset) {
        count += text.length();
        return text.getBytes(charset);
    }

    public static char[] toCharArray(String text) {
        count += text.length();
        return text.toCharArray();
    }
}
