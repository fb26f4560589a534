package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * One number as it is counted, of one word or several: "six", "forty four", "cuarenta y cuatro", "soixante dix neuf",
 * "sieben und dreißig", "eight hundred". Not "forty y" nor "forty, four", which is two of them.
 *
 * @param next the word behind it
 */
public record CountedNumber(int value, int next) {
    private static final NumberWord FOUR_TWENTIES = NumberWord.number(80).followedBy(1, 19);
    private static final int MOST = 999;

    /**
     * @param begun whether a pair of digits is begun, which a "quatre" ends: "zéro quatre, vingt"
     * @return null if there is none at this word
     */
    public static @Nullable CountedNumber at(Words words, int word, boolean begun) {
        return read(words, word, begun, MOST);
    }

    /** @param most no larger one is made of several words, so that each is smaller than the one that it is added to */
    private static @Nullable CountedNumber read(Words words, int word, boolean begun, int most) {
        NumberWord first = NumberWord.of(words, word);
        if (first == null || !first.isNumber()) {
            return null;
        }
        NumberWord second = behind(words, word);
        if (second == null) {
            return new CountedNumber(first.value(), word + 1);
        }
        if (second.sort() == NumberWord.Sort.HUNDRED
                && most >= second.value()
                && first.isDigit()
                && first.value() > 0) {
            NumberWord hundreds =
                    NumberWord.number(first.value() * second.value()).followedBy(second.least(), second.most());
            return withSmaller(words, hundreds, word + 1);
        }
        if (first.value() == 4 && !begun && most >= FOUR_TWENTIES.value() && isTwenties(words, word + 1)) {
            return withSmaller(words, FOUR_TWENTIES, word + 1);
        }
        CountedNumber number =
                second.isJoining() ? joined(words, first, second, word) : withSmaller(words, first, word);
        NumberWord behind = behind(words, number.next - 1);
        boolean several = number.value > 10 && number.value < 100 && number.value % 10 != 0;
        return behind != null && behind.sort() == NumberWord.Sort.HUNDRED && most == MOST && several
                ? new CountedNumber(number.value * behind.value(), number.next + 1) // "twenty-two hundred"
                : number;
    }

    private static @Nullable NumberWord behind(Words words, int word) {
        return words.gap(word + 1) == Words.BLANK ? NumberWord.of(words, word + 1) : null;
    }

    private static boolean isTwenties(Words words, int word) {
        return words.is(word, "vingt") || words.is(word, "vingts");
    }

    private static CountedNumber joined(Words words, NumberWord first, NumberWord and, int word) {
        NumberWord last = behind(words, word + 1);
        if (last != null) {
            boolean tenFirst = and.sort() == NumberWord.Sort.AND;
            NumberWord ten = tenFirst ? first : last;
            NumberWord unit = tenFirst ? last : first;
            if (ten.isTen() && unit.isNumber() && unit.value() > 0 && (unit.isDigit() || ten.takes(unit.value()))) {
                return new CountedNumber(ten.value() + unit.value(), word + 3);
            }
        }
        return new CountedNumber(first.value(), word + 1);
    }

    /** @param word the last one of what was read */
    private static CountedNumber withSmaller(Words words, NumberWord read, int word) {
        NumberWord second = behind(words, word);
        if (second != null && second.isNumber() && read.takes(second.value())) {
            CountedNumber smaller = read(words, word + 1, false, read.most());
            if (smaller != null && read.takes(smaller.value)) {
                return new CountedNumber(read.value() + smaller.value, smaller.next);
            }
        }
        return new CountedNumber(read.value(), word + 1);
    }
}
