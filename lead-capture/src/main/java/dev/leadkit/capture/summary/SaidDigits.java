package dev.leadkit.capture.summary;

import dev.leadkit.capture.notation.SpokenNumber;
import dev.leadkit.capture.text.Words;

/**
 * Digits that are told one by one, in words or figures: "nine eight seven, six five four", "5 5 5, 1 2 3", "six one seven 555 0122",
 * "double five". A comma may stand where two of them or more stand before it; "1, 2, 3" are three numbers.
 *
 * @param count how many digits
 * @param end the word behind them; the first word where it tells none
 */
record SaidDigits(int count, int end) {
    private static final int LONGEST_GROUP = 4;
    private static final int LEAST_SINGLE = 3;
    private static final int MOST_PARTS = 20;

    /** Those that begin at a word; none where fewer than three stand by themselves. */
    static SaidDigits from(Words words, int first) {
        int count = 0;
        int single = 0;
        int sinceComma = 0;
        int times = 1;
        int at = first;
        while (at < words.count() && at - first < MOST_PARTS && (at == first || goesOn(words, at, sinceComma))) {
            sinceComma = words.gap(at) == ',' ? 0 : sinceComma;
            int digits = digits(words, at);
            if (digits == 0 && (times > 1 || times(words, at) == 1)) {
                break;
            }
            count += digits * times;
            single += digits == 1 ? 1 : 0;
            sinceComma += digits == 0 ? 0 : 1;
            times = digits == 0 ? times(words, at) : 1;
            at++;
        }
        return single < LEAST_SINGLE ? new SaidDigits(0, first) : new SaidDigits(count, at);
    }

    private static boolean goesOn(Words words, int word, int sinceComma) {
        char gap = words.gap(word);
        return gap == ',' ? sinceComma > 1 : gap != ':' && !words.startsSentence(word);
    }

    private static int digits(Words words, int word) {
        boolean written = words.isFigures(word) && words.length(word) <= LONGEST_GROUP;
        return written ? words.length(word) : SpokenNumber.isDigit(words, word) ? 1 : 0;
    }

    private static int times(Words words, int word) {
        return words.is(word, "double") ? 2 : words.is(word, "triple") || words.is(word, "treble") ? 3 : 1;
    }
}
