package dev.leadkit.capture.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.leadkit.lead.InvalidInputException;

/**
 * A pattern of the host or tenant, in RE2 syntax, matched in time linear in the text.
 *
 * <p>A linear engine alone is not enough: counted repeats within counted repeats make programs of any size, and deep
 * nesting overflows the compiler's stack. So both are limited before the pattern is compiled.
 */
public final class TextPattern {
    static final int MAX_LENGTH = 1000;
    static final int MAX_NESTING = 20;
    static final int MAX_REPEAT = 1000;

    /** The most characters after each counted repeat is written out, about the size of the compiled program. */
    static final int MAX_SIZE = 2000;

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws InvalidInputException if it is no RE2 pattern, too long, too deep, or repeats too often */
    public static TextPattern of(String pattern) {
        require(pattern.length() <= MAX_LENGTH, "at most %d characters".formatted(MAX_LENGTH), pattern.length());
        int depth = 0;
        long repeats = 1;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
                require(depth <= MAX_NESTING, "at most %d nested groups".formatted(MAX_NESTING), depth);
            } else if (c == ')') {
                depth--;
            } else if (c == '{') {
                repeats *= Math.max(1, highestCount(pattern, i));
                require(
                        repeats <= MAX_REPEAT,
                        "counted repeats whose product is at most %d".formatted(MAX_REPEAT),
                        (int) Math.min(repeats, Integer.MAX_VALUE));
            }
        }
        require(
                repeats == 1 || repeats * pattern.length() <= MAX_SIZE,
                "at most %d characters with its counted repeats written out".formatted(MAX_SIZE),
                (int) Math.min(repeats * pattern.length(), Integer.MAX_VALUE));
        try {
            return new TextPattern(Pattern.compile(pattern));
        } catch (PatternSyntaxException broken) {
            throw new InvalidInputException("pattern", "an RE2 pattern", broken.getDescription());
        }
    }

    private static void require(boolean holds, String expected, int found) {
        if (!holds) {
            throw new InvalidInputException("pattern", expected, String.valueOf(found));
        }
    }

    /** The highest number in the braces that begin here, such as 20 for {@code {1,20}}; 0 when they hold none. */
    private static long highestCount(String pattern, int brace) {
        long highest = 0;
        long number = 0;
        for (int i = brace + 1; i < pattern.length() && pattern.charAt(i) != '}'; i++) {
            char c = pattern.charAt(i);
            number = c >= '0' && c <= '9' ? Math.min(number * 10 + c - '0', Integer.MAX_VALUE) : 0;
            highest = Math.max(highest, number);
        }
        return highest;
    }

    /** The first match as start and end; empty when there is none. */
    public int[] find(CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? new int[] {matcher.start(), matcher.end()} : new int[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextPattern that && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern.toString();
    }
}
