package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.EmailBounds;
import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.UnspacedScript;
import dev.leadkit.capture.text.WordSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the domain of a written address ends, and whether it is one.
 *
 * <p>Without what was glued to it: "acme.com.Please call", "acme.comPhone", "acme.comhttps://acme.com", "acme.com联系我", "acme.comспасибо".
 * None are {@code acme}, {@code 10.0.0.1}, {@code 3x.jpg} ({@code no-domain}), {@code acme..com}, {@code acme.com.xlsx}, {@code
 * acme.comx} ({@code malformed}: nobody knows whether it goes on).
 */
final class WrittenDomain {
    static final int LONGEST = 253;

    private static final String HTTPS = "https";

    /** No sentence begins with one, and none goes on behind one. */
    private static final Set<String> COMMON_TOPS = Set.of("com", "org", "net");

    private static final int COMMON_LENGTH = 3;

    /** Those that begin like one. */
    private static final WordSet LIKE_COMMON =
            WordSet.listed("company community compare computer comsec commbank netbank netflix network organic");

    private WrittenDomain() {}

    /** The end of the labels after {@code from}, without trailing marks and without the next sentence. */
    static int end(String text, int from) {
        int end = from;
        int limit = Math.min(text.length(), from + LONGEST + 2);
        while (end < limit
                && (EmailBounds.isLabelPart(text.charAt(end)) || text.charAt(end) == '.' && isLabelAt(text, end + 1))) {
            end++;
        }
        end = beforeUrl(text, from, beforeOther(text, from, end));
        while (end > from && text.charAt(end - 1) == '-') {
            end--;
        }
        int dot = lastDot(text, from, end);
        if (dot <= from) {
            return end;
        }
        boolean hasMoreDots = lastDot(text, from, dot) > from;
        return hasMoreDots && isNextSentence(text, from, dot, end) ? dot : beforeGlued(text, dot + 1, end);
    }

    /** @return why it is none; null if it is one */
    static @Nullable String problem(String text, int from, int end) {
        if (!hasLabels(text, from, end)) {
            return "malformed";
        }
        int dot = lastDot(text, from, end);
        if (!isTopLevel(text, dot + 1, end) || isScale(text, from, dot)) {
            return "no-domain";
        }
        boolean goesOn = end - dot > COMMON_LENGTH && isCommonTop(text, lastDot(text, from, dot) + 1, dot);
        return goesOn || isLikeCommon(text, dot + 1, end) ? "malformed" : null;
    }

    /** The last dot in {@code [from, to)}, -1 if there is none; never looks further back. */
    static int lastDot(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.charAt(i) == '.') {
                return i;
            }
        }
        return -1;
    }

    /** "jane@acme.comhttps://acme.com", as pages run lines together. */
    private static int beforeUrl(String text, int from, int end) {
        if (!text.startsWith("://", end)) {
            return end;
        }
        int scheme = text.charAt(end - 1) == 's' ? end - HTTPS.length() : end - HTTPS.length() + 1;
        return scheme > from && text.startsWith(HTTPS.substring(0, end - scheme), scheme) ? scheme : end;
    }

    /** "jane@acme.com联系我": the domain ends where letters of another script follow those of its last label. */
    private static int beforeOther(String text, int from, int end) {
        int at = from;
        int label = from;
        while (at < end && !UnspacedScript.isOther(text.charAt(at))) {
            label = text.charAt(at) == '.' ? at + 1 : label;
            at++;
        }
        return label > from && at - label > 1 ? at : end;
    }

    private static boolean isLabelAt(String text, int at) {
        return at < text.length() && EmailBounds.isLabelPart(text.charAt(at)) && text.charAt(at) != '-';
    }

    /** "jane@acme.com.Please call", "jane@acme.com.please": a missing blank, and no domain. */
    private static boolean isNextSentence(String text, int from, int dot, int end) {
        boolean capital = Character.isUpperCase(text.charAt(dot + 1))
                && end > dot + 2
                && Character.isLowerCase(text.charAt(end - 1))
                && !Character.isUpperCase(text.charAt(from));
        if (capital && !isCommonTop(text, dot + 1, end)) {
            return true;
        }
        return end - dot > COMMON_LENGTH
                && isCommonTop(text, lastDot(text, from, dot) + 1, dot)
                && CommonWords.isOrdinary(lower(text, dot + 1, end));
    }

    private static boolean isCommonTop(String text, int from, int to) {
        return COMMON_TOPS.contains(lower(text, from, to));
    }

    private static String lower(String text, int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** "jane@acme.comPhone:", "jane@acme.comand": the top level ends before the capital, or before a word that is known. */
    private static int beforeGlued(String text, int top, int end) {
        if (!isLikeCommon(text, top, end)) {
            return end;
        }
        int rest = top + COMMON_LENGTH;
        boolean capital = Character.isUpperCase(text.charAt(rest))
                && Character.isLowerCase(text.charAt(rest - 1))
                && isTopLevel(text, rest, end);
        return capital || CommonWords.isOrdinary(lower(text, rest, end)) ? rest : end;
    }

    /** Whether more is glued to "com" and the like. */
    private static boolean isLikeCommon(String text, int top, int end) {
        return end - top > COMMON_LENGTH
                && isCommonTop(text, top, top + COMMON_LENGTH)
                && !LIKE_COMMON.contains(lower(text, top, end));
    }

    /** Whether each label has a letter or digit at both ends. */
    private static boolean hasLabels(String text, int from, int to) {
        char last = '.';
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (last == '.' && (c == '-' || c == '.') || c == '.' && last == '-') {
                return false;
            }
            last = c;
        }
        return true;
    }

    /** Two letters or more, or the ASCII form of an international one. */
    private static boolean isTopLevel(String text, int from, int end) {
        if (text.regionMatches(true, from, "xn--", 0, 4) && end - from >= 4) {
            return end - from > 4;
        }
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && (c < 128 || Character.getType(c) != Character.NON_SPACING_MARK)) {
                return false;
            }
        }
        return end - from > 1;
    }

    /** The "3x" in {@code icon@3x.jpg}, how much larger a picture is. */
    private static boolean isScale(String text, int from, int to) {
        return to - from == 2 && AsciiText.isDigit(text.charAt(from)) && text.charAt(from + 1) == 'x';
    }
}
