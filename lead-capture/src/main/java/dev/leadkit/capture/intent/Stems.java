package dev.leadkit.capture.intent;

import dev.leadkit.capture.text.Words;
import java.util.Set;

/**
 * The words of a text as phrases have them: plural and singular are one, and so are all numbers. The parts of a telephone number or
 * the like count nothing, nor do the words of an address: "buy@acme.com", "https://acme.com/pricing".
 */
final class Stems {
    /** The stem of any number; no word has it. */
    static final String NUMBER = "#";

    /** The stem of what stands in an address; no phrase has it. */
    private static final String IN_ADDRESS = "@";

    private static final Set<String> NUMBERS = Set.of(
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "couple");

    /** Between the parts of one number. */
    private static final String JOINING = " -/()";

    private static final int MOST_PARTS = 6;
    private static final int LEAST_DIGITS = 7;

    /** Between words that no blank parts, and that are no address for all that. */
    private static final String PARTING = ":,;!(\n";

    private Stems() {}

    static String[] of(Words words) {
        String[] stems = new String[words.count()];
        for (int from = 0; from < stems.length; ) {
            boolean link = isLink(words, from);
            boolean address = link;
            int to = link ? from + 2 : from + 1;
            while (to < stems.length && isTight(words, to)) {
                address |= words.gap(to) == '@';
                to++;
            }
            for (int i = from; i < to; i++) {
                stems[i] = address ? IN_ADDRESS : stem(words, i);
            }
            from = to;
        }
        return stems;
    }

    /** "https://…", "www.…". */
    private static boolean isLink(Words words, int word) {
        boolean web = words.is(word, "https") || words.is(word, "http");
        return word + 1 < words.count()
                && (web && words.gap(word + 1) == ':' || words.is(word, "www") && isTight(words, word + 1));
    }

    private static boolean isTight(Words words, int word) {
        return words.start(word) - words.end(word - 1) == 1
                && words.gap(word) != Words.BLANK
                && PARTING.indexOf(words.gap(word)) < 0;
    }

    private static String stem(Words words, int i) {
        String word = words.folded(i);
        return words.startsWithDigit(i) && isInLongNumber(words, i) ? word : stem(word);
    }

    /** Whether it is a part of a telephone number or the like: "212" in "212-555-0101". */
    private static boolean isInLongNumber(Words words, int part) {
        int from = part;
        while (from > part - MOST_PARTS && isJoined(words, from)) {
            from--;
        }
        int digits = words.length(from);
        for (int i = from + 1; i < from + MOST_PARTS && isJoined(words, i); i++) {
            digits += words.length(i);
        }
        return digits >= LEAST_DIGITS;
    }

    private static boolean isJoined(Words words, int part) {
        return part > 0
                && part < words.count()
                && words.startsWithDigit(part)
                && words.startsWithDigit(part - 1)
                && JOINING.indexOf(words.gap(part)) >= 0;
    }

    /**
     * Takes the plural's s off, so that "ticket" and "tickets" are one term; every number, in digits or words, is one.
     */
    static String stem(String word) {
        int length = word.length();
        if (NUMBERS.contains(word) || length < 5 && Character.isDigit(word.charAt(0))) {
            return NUMBER;
        }
        if (length > 3 && word.charAt(length - 1) == 's') {
            char before = word.charAt(length - 2);
            if (before != 's' && before != 'u' && before != 'i' && before != '\'') {
                return word.substring(0, length - 1);
            }
        }
        return word;
    }
}
