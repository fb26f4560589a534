package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Tells how many groups at the ends of a run belong to what stands beside a telephone number: a time, a price, a count, a town.
 *
 * <p>Before it: "10:15 030 901820", "€20 030 901820", "F-150 212 736 5000". Behind it: "030 901820 10:15", "030 901820 9-17",
 * "030 901820 2 Personen", "030 901820 18h", "030 901820 10115 Berlin", "212-736-5000/12". Not "030 901820-21" nor "06 12 34 56 78".
 */
public final class DigitNeighbours {
    private static final WordSet COUNTED = WordSet.listed("""
            am pm uhr uur h hrs hours hour stunden heures ore horas
            people persons person pax ppl guests adults adult kids children nights rooms lines units pieces items seats
            years yrs jahre ans anos años anni
            personen leute gäste erwachsene kinder nächte zimmer stück
            personnes adultes enfants nuits persone adulti bambini notti personas adultos niños noches pessoas crianças noites
            volwassenen kinderen nachten osoby osób personer""");

    private static final int LENGTH_OF_POSTCODE = 5;
    private static final int LONGEST_COUNT = 3;
    private static final int LONGEST_LAST = 5;

    private DigitNeighbours() {}

    /** How many groups at its beginning; 0 if none, fewer than all. */
    public static int before(DigitRun run) {
        int block = 1;
        while (block < run.groups() && isTied(run, block - 1)) {
            block++;
        }
        if (block >= run.groups() || !run.isParted(block - 1) || run.hasPlus() || run.size(0) > LONGEST_COUNT) {
            return 0;
        }
        String text = run.text();
        boolean beside = run.small(0) && isMinute(text, run.start(0))
                || NumberBounds.isPricedBefore(text, run)
                || text.charAt(Math.max(0, run.start() - 1)) != '%' && NumberBounds.isGlued(text, run.part(0, 1));
        return beside ? block : 0;
    }

    /**
     * How many groups at its end; 0 if none, fewer than all.
     *
     * @param words those of the whole text
     */
    public static int behind(DigitRun run, Words words) {
        int last = run.groups() - 1;
        int from = last;
        while (from > 0 && isTied(run, from - 1)) {
            from--;
        }
        if (from == 0 || !run.isParted(from - 1) || run.size(last) > LENGTH_OF_POSTCODE) {
            return 0;
        }
        boolean beside = from < last && isSpan(run, from)
                || isRange(run, from)
                || run.size(last) <= LONGEST_COUNT && isCounted(run, words)
                || run.size(last) == LENGTH_OF_POSTCODE && isCapital(run.text(), run.end() + 1);
        return beside ? run.groups() - from : 0;
    }

    /** Two small groups with one mark between them: "9-17", "24/7", "12.30". */
    private static boolean isTied(DigitRun run, int group) {
        return run.small(group)
                && run.small(group + 1)
                && run.start(group + 1) - run.end(group) == 1
                && !DigitRun.isBlank(run.mark(group));
    }

    /** Behind the colon of a time of day. */
    private static boolean isMinute(String text, int place) {
        return place > 1 && text.charAt(place - 1) == ':' && DigitRun.isDigit(text.charAt(place - 2));
    }

    /** Hours from and to, a time or a day. */
    private static boolean isSpan(DigitRun run, int from) {
        int a = run.number(from);
        int b = run.number(from + 1);
        boolean hours = a <= 24 && b <= 24;
        boolean time = run.mark(from) == '.' && a <= 24 && b < 60 && run.size(from + 1) == 2;
        boolean day = run.mark(from) != '-' && a <= 31 && b <= 12;
        return hours || time || day;
    }

    /** "901820/21", up to which its lines go. */
    private static boolean isRange(DigitRun run, int last) {
        return last == run.groups() - 1
                && run.mark(last - 1) == '/'
                && run.size(last) <= Math.min(LONGEST_LAST, run.size(last - 1));
    }

    private static boolean isCounted(DigitRun run, Words words) {
        String text = run.text();
        int end = run.end();
        if (end >= text.length()) {
            return false;
        }
        char after = text.charAt(end);
        boolean time = after == ':' && end + 1 < text.length() && DigitRun.isDigit(text.charAt(end + 1));
        if (time
                || Character.isLetter(after) && run.small(run.groups() - 1)
                || NumberBounds.isPricedBehind(text, run)) {
            return true;
        }
        int next = words.firstFrom(end);
        return after == ' ' && COUNTED.has(words, next) && words.start(next) == end + 1;
    }

    private static boolean isCapital(String text, int place) {
        return place < text.length() && text.charAt(place - 1) == ' ' && Character.isUpperCase(text.charAt(place));
    }
}
