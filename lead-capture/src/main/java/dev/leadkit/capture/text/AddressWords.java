package dev.leadkit.capture.text;

import java.util.BitSet;

/**
 * Tells which words of a text are parts of an address: written ({@code jane.doe@acme.com}, {@code acme.com}), or as it is said
 * ("jane dot doe at acme dot com").
 */
public final class AddressWords {
    /** What is said for the sign. */
    public static final WordSet SIGNS = WordSet.listed("""
            at arroba arobase chiocciola aet ät klammeraffe apenstaartje snabel-a malpa małpa""");

    /** What is said for the dot, where a sign is said too. */
    public static final WordSet DOTS = WordSet.listed("dot punkt punto ponto kropka punktum point punt");

    /** The most words in the first part of a domain as it is said: "fjord boats dot com". */
    private static final int MOST_LABELS = 2;

    /** The most words of an address, as it is said, on either side of its sign. */
    private static final int LONGEST_SIDE = 6;

    private AddressWords() {}

    /** Whether it is written in one with another word, with a sign between, or with a point and letters on both sides. */
    public static boolean isWritten(Words words, int word) {
        return isJoint(words, word) || isJoint(words, word + 1);
    }

    /**
     * Whether a part of an address stands on both sides of the gap before a word: a sign, or a point without a blank before two
     * letters.
     */
    public static boolean isJoint(Words words, int word) {
        if (word <= 0 || word >= words.count() || words.gap(word) != '@' && words.gap(word) != '.') {
            return false;
        }
        boolean joined = words.start(word) - words.end(word - 1) == 1;
        boolean letters = !words.startsWithDigit(word) && words.length(word) > 1; // not "e.g."
        return joined && (words.gap(word) == '@' || letters);
    }

    /** Those that are a part of one that is said, by their places among the words. */
    public static BitSet said(Words words) {
        var said = new BitSet();
        for (int sign = 1; sign < words.count(); sign++) {
            if (isSaidSign(words, sign)) {
                int start = Math.max(startOfSaid(words, sign), sign - LONGEST_SIDE);
                int end = Math.min(endOfSaid(words, sign), sign + LONGEST_SIDE + 1);
                said.set(start, end);
            }
        }
        return said;
    }

    /** A sign with a domain behind that has a dot. */
    private static boolean isSaidSign(Words words, int word) {
        return SIGNS.has(words, word) && domainEnd(words, word) > word;
    }

    /** Behind the first part of a domain and its dot; the sign itself if no domain follows. */
    private static int domainEnd(Words words, int sign) {
        for (int dot = sign + 2; dot <= sign + 1 + MOST_LABELS; dot++) {
            if (!isBlank(words, dot - 1)) {
                return sign;
            }
            if (isJoint(words, dot)) {
                return dot + 1; // "at acme.com"
            }
            if (isDot(words, dot)) {
                return dot + 2;
            }
        }
        return sign;
    }

    private static int endOfSaid(Words words, int sign) {
        int end = domainEnd(words, sign);
        while (end - sign < LONGEST_SIDE && isDot(words, end)) {
            end += 2;
        }
        return end;
    }

    private static int startOfSaid(Words words, int sign) {
        int start = sign - 1;
        while (sign - start < LONGEST_SIDE && start > 1 && isDot(words, start - 1)) {
            start -= 2;
        }
        return start;
    }

    private static boolean isDot(Words words, int word) {
        return word > 0 && DOTS.has(words, word) && isBlank(words, word) && isBlank(words, word + 1);
    }

    private static boolean isBlank(Words words, int word) {
        return word < words.count() && words.gap(word) == Words.BLANK;
    }
}
