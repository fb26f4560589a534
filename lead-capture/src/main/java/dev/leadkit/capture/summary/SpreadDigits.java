package dev.leadkit.capture.summary;

import dev.leadkit.capture.notation.SpokenNumber;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * The digits of a number that is told in groups with words or marks between: "020, then 7946, then 0958", "area code 020 followed by seven
 * nine four six and 0958". Only to be looked for where a number is told: "10, then 20, then 300 chairs" are read likewise.
 *
 * <p>Not "1000 and 1700", "from 0900 to 1730", which are hours.
 *
 * @param end the word behind the last group; the first word where no such number begins
 */
record SpreadDigits(int end) {
    private static final int LEAST_DIGITS = 7;
    private static final int LONGEST_GROUP = 7;

    /** So many digits by themselves are no hours. */
    private static final int LEAST_SINGLE = 3;

    private static final int MOST_LINKS = 4;
    private static final int MOST_WORDS = 40;

    private static final int LAST_HOUR = 24;

    /** What may be said between two groups. */
    private static final WordSet LINKS = WordSet.listed("""
            then and after that next comes followed by plus again finally lastly last first second third part half digits group dash hyphen minus
            space pause gap comma dot point slash bracket brackets uh um er erm uhm eh hmm okay ok the rest is it's its goes ends ending with in
            double triple treble hundred
            dann danach und gefolgt von weiter strich bindestrich leerzeichen puis ensuite et suivi de tiret luego después y seguido guion
            poi dopo trattino e depois traço dan en streepje""");

    /** Those that begin at a word. */
    static SpreadDigits from(Words words, int first) {
        int digits = 0;
        int groups = 0;
        int single = 0;
        int links = 0;
        boolean dialled = false;
        int end = first;
        for (int at = first; at < Math.min(words.count(), first + MOST_WORDS) && links <= MOST_LINKS; at++) {
            int length = digits(words, at);
            if (length == 0 && (at == first || !LINKS.has(words, at))) {
                break;
            }
            links = length == 0 ? links + 1 : 0;
            if (length > 0) {
                digits += length;
                groups++;
                single += length == 1 ? 1 : 0;
                dialled |= single >= LEAST_SINGLE || !mayBeHour(words, at, length);
                end = at + 1;
            }
        }
        return new SpreadDigits(groups > 1 && dialled && digits >= LEAST_DIGITS ? end : first);
    }

    private static int digits(Words words, int word) {
        boolean written = words.isFigures(word) && words.length(word) <= LONGEST_GROUP;
        return written ? words.length(word) : SpokenNumber.isDigit(words, word) ? 1 : 0;
    }

    /** "9", "1730". */
    private static boolean mayBeHour(Words words, int word, int length) {
        if (!words.isFigures(word)) {
            return false;
        }
        int hour = Integer.parseInt(words.folded(word).substring(0, length > 2 ? length - 2 : length));
        return (length <= 2 || length == 4) && hour <= LAST_HOUR;
    }
}
