package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.DigitRun;
import dev.leadkit.capture.notation.DigitShape;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether a few digits are the country or area code of a number behind them, from which something parts them that is no gap within
 * a number.
 *
 * <p>Certain: "+91, 8123456789", "+91 (India) 8123456789". Likely, where a plan knows them together but not the rest alone: "(415)\n863-2200",
 * "0151 | 12345678", "my number is 415, 8632200", "area code 415, number 8632200". Not "room 415, 863-2200", "10:15 8632200", "4 people, 8632200".
 */
enum CodeApart {
    /** They are its country code, so that the rest alone is cut off. */
    CERTAIN,
    /** They are its area code if a plan knows them together. */
    LIKELY,
    /** They are something else. */
    NONE;

    private static final int LONGEST_GAP = 16;
    private static final int LONGEST_CODE = 5;
    private static final int AREA = 3;
    private static final int LOCAL = 7;

    /** They stand between a code and its number. */
    private static final WordSet LINKS =
            WordSet.of(NumberLabels.PHONES, NumberLabels.NUMBERS, WordSet.of("then", "and", "code"));

    private static final WordSet AREAS = WordSet.of("area", "code", "prefix", "vorwahl", "prefijo", "indicatif");

    /** They stand before a number. */
    private static final WordSet LEADS =
            WordSet.of(NumberLabels.PHONES, NumberLabels.NUMBERS, WordSet.listed("is at on it's ist est es è é"));

    /** @param words those of the message */
    static CodeApart between(Words words, DigitRun code, DigitRun run) {
        int gap = run.start() - code.end();
        boolean ownPlus = run.hasPlus() && gap > 0; // "415+8632200" has none
        if (gap > LONGEST_GAP
                || ownPlus
                || code.digits() > LONGEST_CODE
                || code.digits() + run.digits() > DigitShape.LONGEST_PHONE) {
            return NONE;
        }
        int next = words.firstFrom(code.end());
        int behind = words.firstFrom(run.start());
        if (code.hasPlus() && !code.hasLoosePlus()) {
            if (next == behind || behind == next + 1 && run.text().charAt(words.start(next) - 1) == '(') {
                char mark = words.gap(behind);
                return Words.isSentenceEnd(mark) && mark != '\n' ? LIKELY : CERTAIN;
            }
            return areLinks(words, next, behind) ? LIKELY : NONE;
        }
        boolean labelled = AREAS.has(words, words.firstFrom(code.start()) - 1);
        boolean beside = behind - next <= 1 && !NumberLabels.PHONES.has(words, next);
        return (labelled ? areLinks(words, next, behind) : beside) && isArea(words, code, run) ? LIKELY : NONE;
    }

    private static boolean areLinks(Words words, int from, int to) {
        int at = from;
        while (at < to && LINKS.has(words, at)) {
            at++;
        }
        return at == to;
    }

    /** "(415)", "0151", and 415 where nothing else is told of it. */
    private static boolean isArea(Words words, DigitRun code, DigitRun run) {
        boolean time = run.text().charAt(code.end()) == ':' && run.size(0) <= 2;
        boolean shaped = code.startsWithZero(0) ? code.digits() > 1 : code.digits() == AREA && run.digits() == LOCAL;
        if (time || !shaped || code.groups() > 1) {
            return false;
        }
        return code.start() < code.start(0) || isAlone(words, code.start());
    }

    /** Whether nothing is told of what stands at a place but that it is a number. */
    static boolean isAlone(Words words, int place) {
        int before = words.firstFrom(place) - 1;
        return before < 0 || LEADS.has(words, before) || AREAS.has(words, before) || words.gap(before + 1) == '\n';
    }
}
