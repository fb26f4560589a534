package dev.leadkit.capture.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.leadkit.lead.InvalidInputException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pattern of the host or tenant, in RE2 syntax, matched in time linear in the text.
 *
 * <p>A linear engine alone is not enough: counted repeats within counted repeats make programs of any size, and deep
 * nesting overflows the compiler's stack. So both are limited before the pattern is compiled, and so is what it holds where it
 * ignores case.
 */
public final class TextPattern {
    private static final Logger LOG = LoggerFactory.getLogger(TextPattern.class);

    static final int MAX_LENGTH = 1000;

    private final Pattern pattern;
    private final int steps;

    private TextPattern(Pattern pattern, int steps) {
        this.pattern = pattern;
        this.steps = steps;
    }

    /**
     * @throws InvalidInputException if it is no RE2 pattern, too long, too deep, repeats too often, quotes by
     *     {@code \Q}, or ignores the case of letters of U+1C80 to U+1C8F or of ranges of more than 100,000 letters
     */
    public static TextPattern of(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            throw new InvalidInputException(
                    "pattern", "at most %s characters".formatted(MAX_LENGTH), String.valueOf(pattern.length()));
        }
        int steps = PatternSteps.in(pattern);
        IgnoredCase.check(pattern);
        try {
            return new TextPattern(Pattern.compile(pattern), steps);
        } catch (PatternSyntaxException broken) {
            throw new InvalidInputException("pattern", "an RE2 pattern", broken.getDescription());
        } catch (StackOverflowError deep) { // {0,1000} is that many groups, one in another
            throw new InvalidInputException("pattern", "repeats that are not that often optional", "more of them");
        }
    }

    /** Stands for it where a text is not kept but which patterns it matched: 16 hex digits of its own characters. */
    public String key() {
        long hash = 0xcbf29ce484222325L; // FNV-1a
        String text = toString();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return HexFormat.of().toHexDigits(hash);
    }

    /** The single steps to which it compiles, at most {@value PatternSteps#MAX_STEPS}: what a character of text may cost. */
    int steps() {
        return steps;
    }

    /** The first match as start and end; empty when there is none, or the thread's stack is too small to look for it. */
    public int[] find(CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        try {
            return matcher.find() ? new int[] {matcher.start(), matcher.end()} : new int[0];
        } catch (StackOverflowError deep) {
            LOG.warn("the pattern {} needs more stack than the thread has; it is taken for no match", pattern);
            return new int[0];
        }
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
