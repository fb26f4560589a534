package dev.leadkit.capture.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A pattern of the host or tenant, in RE2 syntax, matched in time linear in the text.
 *
 * <p>A linear engine alone is not enough: counted repeats within counted repeats make programs of any size, and deep
 * nesting overflows the compiler's stack. So both are limited before the pattern is compiled, and so is what it holds where it
 * ignores case.
 */
public final class TextPattern {
    static final int MAX_LENGTH = 1000;
    static final int MAX_NESTING = 20;

    /** The most single steps that the pattern may compile to, its counted repeats written out. */
    static final int MAX_SIZE = 1000;

    private final Pattern pattern;
    private final int steps;

    private TextPattern(Pattern pattern, int steps) {
        this.pattern = pattern;
        this.steps = steps;
    }

    /**
     * @throws InvalidInputException if it is no RE2 pattern, too long, too deep, repeats too often, or ignores the case of
     *     letters of U+1C80 to U+1C8F or of ranges of more than 100,000 letters
     */
    public static TextPattern of(String pattern) {
        require(pattern.length() <= MAX_LENGTH, "at most %d characters".formatted(MAX_LENGTH), pattern.length());
        int steps = requireSmall(pattern);
        IgnoredCase.check(pattern);
        try {
            return new TextPattern(Pattern.compile(pattern), steps);
        } catch (PatternSyntaxException broken) {
            throw new InvalidInputException("pattern", "an RE2 pattern", broken.getDescription());
        }
    }

    /** Counts the steps of each group, and so of the whole; a repeat counts what it repeats as often as it may. */
    private static int requireSmall(String pattern) {
        Deque<long[]> groups = new ArrayDeque<>(); // of each open group: its steps, and those of its last part
        groups.push(new long[2]);
        for (int i = 0; i < pattern.length(); i++) {
            long[] group = groups.element();
            switch (pattern.charAt(i)) {
                case '(' -> {
                    groups.push(new long[2]);
                    i = endOfGroupMark(pattern, i);
                }
                case ')' -> {
                    if (groups.size() > 1) {
                        long inner = groups.pop()[0];
                        add(groups.element(), inner);
                    }
                }
                case '[' -> {
                    i = endOfClass(pattern, i);
                    add(group, 1);
                }
                case '{' -> {
                    long more = group[1] * (Math.max(1, highestCount(pattern, i)) - 1);
                    group[0] += more;
                    group[1] += more;
                    i = Math.max(i, pattern.indexOf('}', i));
                }
                case '\\' -> {
                    i++;
                    add(group, 1);
                }
                case '?', '*', '+' -> group[0]++; // and what it repeats stays the last part
                default -> add(group, 1);
            }
            require(groups.size() <= MAX_NESTING, "at most %d nested groups".formatted(MAX_NESTING), groups.size());
            require(
                    groups.element()[0] <= MAX_SIZE,
                    "at most %d steps with its counted repeats written out".formatted(MAX_SIZE),
                    (int) Math.min(groups.element()[0], Integer.MAX_VALUE));
        }
        return (int) groups.element()[0];
    }

    /** Adds a part to a group. */
    private static void add(long[] group, long steps) {
        group[0] += steps;
        group[1] = steps;
    }

    /** The end of what a group begins with, such as {@code (?:} or {@code (?P<name>}, which are no steps. */
    private static int endOfGroupMark(String pattern, int open) {
        if (!pattern.startsWith("(?", open)) {
            return open;
        }
        int end = open + 2;
        while (end < pattern.length() && ":>)".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return end < pattern.length() && pattern.charAt(end) == ')' ? end - 1 : Math.min(end, pattern.length() - 1);
    }

    /** The bracket that ends a character class; the last character when none does. */
    private static int endOfClass(String pattern, int open) {
        for (int i = open + 2; i < pattern.length(); i++) {
            if (pattern.charAt(i) == ']') {
                return i;
            }
            if (pattern.charAt(i) == '\\') {
                i++;
            }
        }
        return pattern.length() - 1;
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

    /** The single steps to which it compiles, at most {@value #MAX_SIZE}: what a character of text may cost. */
    int steps() {
        return steps;
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
