package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.DigitNeighbours;
import dev.leadkit.capture.notation.DigitRun;
import dev.leadkit.capture.notation.DigitShape;
import dev.leadkit.capture.notation.NumberBounds;
import dev.leadkit.capture.text.Words;
import dev.leadkit.lead.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds in a run of groups those that are telephone numbers, and leaves what only stands beside them: times, prices, house numbers,
 * a second number.
 *
 * <p>Of "10:15 030 901820" and "table for 4 030 901820" it is the number in Berlin, of "212 736 5000 212 736 5001" both. A country
 * code stays with its number: "+91 (0) 8123456789" is whole. Where no plan knows any part, the run stays as it is.
 */
final class NumberSearch {
    private static final int SHORTEST = 8;
    private static final int SHORTEST_TRIMMED = 9;
    private static final int LONG_GROUP = 9;
    private static final int LONGEST_CODE = 3;

    /** With a "(0)" or a prefix for calls abroad. */
    private static final int LONGEST_WRITTEN = DigitShape.LONGEST_PHONE + 3;

    private final Words words;
    private final Function<DigitRun, PhoneNumber> reader;

    /**
     * @param words those of the message
     * @param reader reads some groups as a number, which no plan need know
     */
    NumberSearch(Words words, Function<DigitRun, PhoneNumber> reader) {
        this.words = words;
        this.reader = reader;
    }

    /** The numbers in the order of the text, one at least, which need not be known to any plan. */
    List<DigitRun> in(DigitRun run) {
        if (run.groups() == 1 || run.isTooLong() || isNorthAmerican(run)) {
            return List.of(run);
        }
        DigitRun core = signed(trimmed(run));
        if (isOther(core)) {
            return List.of(core);
        }
        List<DigitRun> found = new ArrayList<>(2);
        addTwo(core, found);
        if (found.isEmpty()) {
            DigitRun rest = fromZero(core);
            if (rest != core || DigitShape.likely(core) != null) {
                return List.of(rest);
            }
            if (isKnown(core)) {
                return List.of(isAreaBehind(core) ? core.part(0, 2) : core);
            }
            addLongest(core, 0, core.groups(), found);
        }
        return found.isEmpty() ? unknown(core) : found;
    }

    /** "212 736 5000", "+1 212 736 5000", where a plan knows it: as no other number is written, so that nothing is left off. */
    private boolean isNorthAmerican(DigitRun run) {
        int area = run.groups() - 3;
        return (area == 0 || area == 1 && run.size(0) == 1)
                && run.size(area) == 3
                && run.size(area + 1) == 3
                && run.size(area + 2) == 4
                && isKnown(run)
                && reader.apply(run).value().startsWith("+1");
    }

    /** Without the groups at its ends that belong to something else. */
    private DigitRun trimmed(DigitRun run) {
        int behind = DigitNeighbours.behind(run, words);
        DigitRun begun = behind == 0 ? run : shorter(run, run.part(0, run.groups() - behind));
        int before = DigitNeighbours.before(begun);
        return before == 0 ? begun : shorter(begun, begun.part(before, begun.groups()));
    }

    /** The part, where it is a number, or the whole is none and may be one. */
    private DigitRun shorter(DigitRun whole, DigitRun part) {
        if (isKnown(part)) {
            return part;
        }
        boolean glued = part.start() > whole.start() && NumberBounds.isGlued(whole.text(), whole);
        boolean fits = part.digits() >= SHORTEST_TRIMMED && !DigitShape.isTooLong(part);
        return fits && !glued && !isKnown(whole) ? part : whole;
    }

    /** Without a plus that stands apart and makes no number of it: "me + 212 736 5000". */
    private DigitRun signed(DigitRun run) {
        return run.hasLoosePlus() && !isKnown(run) ? run.withoutPlus() : run;
    }

    private boolean isKnown(DigitRun run) {
        return run.digits() >= SHORTEST
                && run.digits() <= LONGEST_WRITTEN
                && reader.apply(run).valid();
    }

    private static boolean isOther(DigitRun run) {
        return !DigitShape.isTooLong(run) && DigitShape.certain(run) != null
                || DigitShape.isCard(run)
                || DigitShape.isDecimal(run)
                || DigitShape.isVersion(run)
                || NumberBounds.isGlued(run.text(), run);
    }

    /** "212 736 5000 212 736 5001", written alike, with a slash between them, or each with its zero. */
    private void addTwo(DigitRun run, List<DigitRun> found) {
        if (run.digits() < 2 * SHORTEST) {
            return;
        }
        for (int group = 1; group < run.groups(); group++) {
            if (run.mark(group - 1) == '/' || isRepeated(run, group) || isBegunAgain(run, group)) {
                DigitRun first = run.part(0, group);
                DigitRun second = run.part(group, run.groups());
                if (isKnown(first) && isKnown(second)) {
                    found.add(first);
                    found.add(second);
                    return;
                }
            }
        }
    }

    /** "030 901820 0151 12345678". */
    private static boolean isBegunAgain(DigitRun run, int group) {
        return run.startsWithZero(group) && run.isParted(group - 1) && (run.startsWithZero(0) || run.hasPlus());
    }

    private static boolean isRepeated(DigitRun run, int half) {
        if (2 * half != run.groups() || !run.isParted(half - 1)) {
            return false;
        }
        int group = 0;
        while (group < half && run.size(group) == run.size(half + group)) {
            group++;
        }
        return group == half;
    }

    /** "4 030 901820": where no number may end, any groups before a whole one would make another of it. */
    private DigitRun fromZero(DigitRun run) {
        if (run.hasPlus() || run.startsWithZero(0)) {
            return run;
        }
        for (int group = 1; group < run.groups(); group++) {
            if (run.startsWithZero(group) && run.isParted(group - 1) && run.mark(group - 1) != '/') {
                DigitRun rest = run.part(group, run.groups());
                return rest.digits() >= SHORTEST_TRIMMED && isKnown(rest) ? rest : run;
            }
        }
        return run;
    }

    /** The longest number of some groups, then those before and behind it. */
    private void addLongest(DigitRun run, int from, int to, List<DigitRun> found) {
        boolean abroad = from == 0 && isAbroad(run);
        DigitRun best = null;
        int begin = 0;
        int end = 0;
        for (int first = from; first < to; first++) {
            if (first > 0 && (abroad || !isBegin(run, first, to))) {
                continue;
            }
            int digits = 0;
            for (int next = first + 1; next <= to; next++) {
                digits += run.size(next - 1);
                if (digits > (best == null ? 0 : best.digits()) && (next == to || isEnd(run, first, next))) {
                    DigitRun part = run.part(first, next);
                    if (isKnown(part) && isWrittenAsKnown(part)) {
                        best = part;
                        begin = first;
                        end = next;
                    }
                }
            }
        }
        if (best != null && !(from == 0 && isForeign(run, begin)) && !isSpread(run, from, begin, end, to)) {
            addLongest(run, from, begin, found);
            found.add(best);
            addLongest(run, end, to, found);
        }
    }

    /** Whether it begins with a country code, which is not to be left off. */
    private static boolean isAbroad(DigitRun run) {
        return run.hasPlus() || run.dialledAbroad() != null;
    }

    /** "91 8123456789": whether what stands before the number may be its country code, without a plus. */
    private boolean isForeign(DigitRun run, int begin) {
        return begin == 1
                && run.size(0) > 1
                && run.size(0) <= LONGEST_CODE
                && CodeApart.isAlone(words, run.start())
                && isKnown(run.withPlus());
    }

    /** Whether more than one thing stands on a side of some groups, which so may be any of the whole. */
    private static boolean isSpread(DigitRun run, int from, int begin, int end, int to) {
        return end - begin > 1 && (countParts(run, from, begin) > 1 || countParts(run, end, to) > 1);
    }

    private static int countParts(DigitRun run, int from, int to) {
        int parts = from < to ? 1 : 0;
        for (int group = from; group + 1 < to; group++) {
            parts += run.isParted(group) ? 1 : 0;
        }
        return parts;
    }

    /** Whether what stands before a group is not written as the number behind it is. */
    private static boolean isBegin(DigitRun run, int first, int to) {
        boolean alike = first + 1 < to
                && run.size(first - 1) == run.size(first)
                && run.mark(first - 1) == run.mark(first)
                && !run.startsWithZero(first);
        return run.isParted(first - 1) && !alike;
    }

    /** Whether a group is not written as the number before it is: not the last of "06 12 34 56 78 90". */
    private static boolean isEnd(DigitRun run, int first, int next) {
        boolean alike =
                next - 1 > first && run.size(next) == run.size(next - 1) && run.mark(next - 1) == run.mark(next - 2);
        boolean broken =
                next - 1 > first && next == run.groups() - 1 && run.size(next) == 1; // as where more is cut off
        return run.isParted(next - 1) && !alike && !broken;
    }

    /** "863 2200 415": in North America the area comes first, so that no number is written like that. */
    private boolean isAreaBehind(DigitRun run) {
        return run.groups() == 3
                && run.size(0) == 3
                && run.size(1) == 4
                && run.size(2) == 3
                && reader.apply(run).value().startsWith("+1");
    }

    /** Whether the groups are those of its plan: in North America four digits, three, three. */
    private boolean isWrittenAsKnown(DigitRun run) {
        if (!reader.apply(run).value().startsWith("+1") || run.groups() >= DigitShape.LONGEST_PHONE - 5) {
            return true;
        }
        int behind = 0;
        for (int group = run.groups() - 1; group > 0; group--) {
            behind += run.size(group);
            if (behind != 4 && behind != 7 && behind < 10) {
                return false;
            }
        }
        return true;
    }

    /** What is judged of groups that no plan knows. */
    private static List<DigitRun> unknown(DigitRun run) {
        if (run.digits() <= DigitShape.LONGEST_PHONE - 3 || isAbroad(run)) {
            return List.of(run);
        }
        List<DigitRun> parts = new ArrayList<>(2);
        int start = 0;
        for (int group = 0; group < run.groups(); group++) {
            if (run.size(group) >= LONG_GROUP) {
                if (group > start) {
                    parts.add(run.part(start, group));
                }
                parts.add(run.part(group, group + 1));
                start = group + 1;
            }
        }
        if (start == 0) {
            start = leadOfNationalNumber(run);
        }
        if (start < run.groups()) {
            parts.add(run.part(start, run.groups()));
        }
        return parts;
    }

    /** "12563 231 456 1236": the groups before a number written as 3-3-4 are something else. */
    private static int leadOfNationalNumber(DigitRun run) {
        int count = run.groups();
        boolean national =
                count > 3 && run.size(count - 1) == 4 && run.size(count - 2) == 3 && run.size(count - 3) == 3;
        return national && run.size(0) > 3 ? count - 3 : 0;
    }
}
