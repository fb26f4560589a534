package dev.leadkit.capture.rule;

import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the single steps that an RE2 pattern compiles to, its counted repeats written out, without compiling it.
 *
 * <p>Counted: 6 of {@code a{2}(b)\x{2019}}, where a group that captures takes two. Refused: {@code ((a{100}){100})},
 * {@code \Qa\E}. Of a pattern that is none, such as {@code [a}, the count says nothing.
 */
final class PatternSteps {
    static final int MAX_NESTING = 20;
    static final int MAX_STEPS = 1000;

    private final String pattern;
    private final Deque<Group> groups = new ArrayDeque<>();

    /** Where the next part begins. */
    private int at;

    /** A group that is open, or the whole. */
    private static final class Group {
        private long steps;

        /** Of its last part, which a repeat repeats. */
        private long last;

        private Group(long own) {
            steps = own;
        }

        private void add(long part) {
            steps += part;
            last = part;
        }

        private void addToLast(long more) {
            steps += more;
            last += more;
        }
    }

    private PatternSteps(String pattern) {
        this.pattern = pattern;
        groups.push(new Group(0));
    }

    /** @throws InvalidInputException if there are more than {@value #MAX_STEPS}, groups are too deep, or it holds \Q */
    static int in(String pattern) {
        return new PatternSteps(pattern).count();
    }

    private int count() {
        while (at < pattern.length()) {
            Group group = groups.element();
            switch (pattern.charAt(at)) {
                case '(' -> open();
                case ')' -> close();
                case '[' -> {
                    at = afterClass();
                    group.add(1);
                }
                case '{' -> repeat(group);
                case '\\' -> {
                    require(!pattern.startsWith("\\Q", at), "each letter escaped by itself", "\\Q");
                    at = afterEscape(at);
                    group.add(1);
                }
                case '?', '*', '+' -> {
                    at++;
                    group.addToLast(1);
                }
                default -> {
                    at++;
                    group.add(1);
                }
            }
            require(groups.size() <= MAX_NESTING, "at most %s nested groups".formatted(MAX_NESTING), groups.size());
            require(
                    groups.element().steps <= MAX_STEPS,
                    "at most %s steps with its counted repeats written out".formatted(MAX_STEPS),
                    groups.element().steps);
        }
        return (int) groups.element().steps;
    }

    private static void require(boolean holds, String expected, Object found) {
        if (!holds) {
            throw new InvalidInputException("pattern", expected, String.valueOf(found));
        }
    }

    private boolean isAt(int i, char c) {
        return i < pattern.length() && pattern.charAt(i) == c;
    }

    /** Goes past what a group begins with, such as {@code (?:} or {@code (?P<name>}; {@code (?i)} opens none. */
    private void open() {
        if (!isAt(at + 1, '?')) {
            groups.push(new Group(2));
            at++;
            return;
        }
        int end = at + 2;
        while (end < pattern.length() && ":>)".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        if (!isAt(end, ')')) {
            groups.push(new Group(isAt(end, '>') ? 2 : 0));
        }
        at = end + 1;
    }

    private void close() {
        at++;
        if (groups.size() > 1) {
            long inner = groups.pop().steps;
            groups.element().add(Math.max(1, inner)); // also an empty one is repeated
        }
    }

    /** Takes the number in braces, 20 of {@code {1,20}}; braces that hold none stand for themselves. */
    private void repeat(Group group) {
        int from = at + 1;
        int end = afterNumber(from);
        boolean counts = end > from;
        long most = number(from, end);
        if (isAt(end, ',')) {
            from = end + 1;
            end = afterNumber(from);
            most = Math.max(most, number(from, end));
        }
        if (counts && isAt(end, '}')) {
            at = end + 1;
            group.addToLast(group.last * (Math.max(1, most) - 1));
        } else {
            at++;
            group.add(1);
        }
    }

    /** A number does not go on after a zero in front. */
    private int afterNumber(int from) {
        int end = from;
        while (end < pattern.length() && isDigit(pattern.charAt(end), '9') && !(end > from && isAt(from, '0'))) {
            end++;
        }
        return end;
    }

    private long number(int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = Math.min(number * 10 + pattern.charAt(i) - '0', Integer.MAX_VALUE);
        }
        return number;
    }

    private static boolean isDigit(char c, char highest) {
        return c >= '0' && c <= highest;
    }

    /**
     * Goes past {@code [^]a-z[:alpha:]\pL]}: a bracket that comes first, or at either end of a range, is a letter.
     */
    private int afterClass() {
        int first = isAt(at + 1, '^') ? at + 2 : at + 1;
        int i = first;
        while (i < pattern.length() && (i == first || !isAt(i, ']'))) {
            int name = isAt(i, '[') && isAt(i + 1, ':') ? pattern.indexOf(":]", i) : -1;
            if (name >= 0) {
                i = name + 2;
                continue;
            }
            boolean letter =
                    !isAt(i, '\\') || i + 1 < pattern.length() && "dDsSwWpP".indexOf(pattern.charAt(i + 1)) < 0;
            i = afterLetter(i);
            if (letter && isAt(i, '-') && !isAt(i + 1, ']')) {
                i = afterLetter(i + 1);
            }
        }
        return i + 1;
    }

    private int afterLetter(int i) {
        return isAt(i, '\\') ? afterEscape(i) : i + 1;
    }

    /** Goes past {@code \d}, {@code \pL}, {@code \p{Greek}}, {@code \x2E}, {@code \x{2019}} or {@code \056}. */
    private int afterEscape(int backslash) {
        int i = backslash + 1;
        if (isAt(i, 'p') || isAt(i, 'P') || isAt(i, 'x')) {
            int end = isAt(i + 1, '{') ? pattern.indexOf('}', i) : isAt(i, 'x') ? i + 2 : i + 1;
            return end < 0 ? pattern.length() : end + 1;
        }
        int end = i;
        while (end < pattern.length() && end < i + 3 && isDigit(pattern.charAt(end), '7')) {
            end++;
        }
        return Math.max(end, i + 1);
    }
}
