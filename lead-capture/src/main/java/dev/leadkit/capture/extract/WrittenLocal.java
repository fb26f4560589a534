package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.EmailBounds;
import dev.leadkit.capture.text.AsciiSet;
import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.UnspacedScript;
import org.jspecify.annotations.Nullable;

/**
 * Where the part of a written address before its sign begins, and whether it is one.
 *
 * <p>Without what was glued to it: "*jane@acme.com*", "mail me...jane@acme.com", "?email=jane@acme.com", "Email!jane@acme.com",
 * "邮箱jane@acme.com", "почтаjane@acme.com". None are {@code jane..doe} ({@code malformed}), {@code jane/doe} ({@code ambiguous}), {@code
 * j***}, {@code {first}.{last}} ({@code masked}).
 */
final class WrittenLocal {
    private static final AsciiSet MARKS = AsciiSet.of("._-+%'&=~!#$*?^{}|/`");

    /** They may stand in an address, and mostly part it from something else. */
    private static final AsciiSet AMBIGUOUS = AsciiSet.of("/&?%");

    private static final AsciiSet MASKS = AsciiSet.of("*{}");

    /** What stands before an address without being part of it. */
    private static final String LEADS = "*'`~{}!#/.";

    /** What parts an address from another one behind which it is glued. */
    private static final String SEPARATORS = "_-+|/&~";

    /** From here on no letter looks like a Latin one. */
    private static final char FIRST_UNLIKE = '\u0590';

    private WrittenLocal() {}

    /**
     * @param free the end of the address before
     * @param end that of this one
     */
    static int start(String text, int at, int free, int end) {
        if (at > free && text.charAt(at - 1) == '"') {
            return startOfQuoted(text, at, free);
        }
        int lowest = Math.max(free, at - EmailBounds.MAX_LOCAL - 1);
        int start = at;
        while (start > lowest && isPart(text.charAt(start - 1))) {
            start--;
        }
        if (start == free && free > 0 && start < at && SEPARATORS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int from = behindKey(text, behindLabel(text, behindOther(text, start, at), at), at);
        boolean cut = from == start && at - start > EmailBounds.MAX_LOCAL;
        return cut ? start : withoutLead(text, from, at, end);
    }

    private static int startOfQuoted(String text, int at, int free) {
        int lowest = Math.max(free, at - EmailBounds.MAX_LOCAL);
        for (int i = at - 2; i >= lowest && text.charAt(i) != '\n'; i--) {
            if (text.charAt(i) == '"') {
                return i;
            }
        }
        return at;
    }

    /** What speaks against it, the gravest first, in one pass; null if nothing does. */
    static @Nullable String problem(String text, int start, int at) {
        boolean quoted = at - start > 2 && text.charAt(start) == '"';
        boolean ambiguous = false;
        boolean masked = false;
        char last = '.'; // so that none may come first
        for (int i = start; i < at; i++) {
            char c = text.charAt(i);
            if (c == '.' && last == '.' && !quoted) {
                return "malformed";
            }
            if (c < 128 && !quoted) {
                ambiguous |= AMBIGUOUS.has(c);
                masked |= MASKS.has(c);
            }
            last = c;
        }
        if (last == '.' && !quoted) {
            return "malformed";
        }
        return ambiguous ? "ambiguous" : masked ? "masked" : null;
    }

    /** "邮箱jane@acme.com": the sentence ends with the last letter of its script; not "田中.taro@acme.com", "иван7@acme.com". */
    private static int behindOther(String text, int start, int at) {
        int from = at;
        while (from > start && !UnspacedScript.isOther(text.charAt(from - 1))) {
            from--;
        }
        if (from == start || from == at) {
            return start;
        }
        boolean unspaced = UnspacedScript.has(text.charAt(from - 1));
        char c = text.charAt(from);
        return unspaced && AsciiText.isWordPart(c) || AsciiText.isLetter(c) && isOther(text, start, from)
                ? from
                : start;
    }

    /** A whole word of another script; a single Greek or Cyrillic letter may only look like one of the address. */
    private static boolean isOther(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!UnspacedScript.isOther(text.charAt(i))) {
                return false;
            }
        }
        return to - from > 1 || text.charAt(from) >= FIRST_UNLIKE;
    }

    /** "Email!jane@acme.com", "E-Mail/jane@acme.com". */
    private static int behindLabel(String text, int start, int at) {
        int label = text.regionMatches(true, start, "e-", 0, 2) ? start + 2 : start;
        int mark = label;
        while (mark < at && AsciiText.isLetter(text.charAt(mark))) {
            mark++;
        }
        boolean parts = mark < at && mark > label && "._-+".indexOf(text.charAt(mark)) < 0;
        return parts && EmailBounds.isLabel(text, label, mark) ? mark + 1 : start;
    }

    /** Behind an ellipsis, or the key of a query. */
    private static int behindKey(String text, int start, int at) {
        for (int i = at - 1; i >= start; i--) {
            char c = text.charAt(i);
            boolean dots = c == '.' && i >= start + 2 && text.charAt(i - 1) == '.' && text.charAt(i - 2) == '.';
            if (c == '=' || c == '|' || dots) {
                return i + 1;
            }
        }
        return start;
    }

    /** Drops markup, with the underscores of Markdown. */
    private static int withoutLead(String text, int start, int at, int end) {
        int from = start;
        boolean slanted = end < text.length() && text.charAt(end) == '_';
        while (from < at && (LEADS.indexOf(text.charAt(from)) >= 0 || slanted && text.charAt(from) == '_')) {
            from++;
        }
        return from;
    }

    private static boolean isPart(char c) {
        if (c < 128) {
            return AsciiText.isWordPart(c) || MARKS.has(c);
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
