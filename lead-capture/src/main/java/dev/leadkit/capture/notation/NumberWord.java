package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A word in which numbers are said: "six", "doce", "forty", "trentasette", "quatre-vingt-dix-neuf", "seiscientos", and those that
 * go with them, "double", "hundred", "y".
 *
 * @param value the number, or how many times; 0 for those that join
 * @param least the least number that is added if it stands right behind: "forty" and "four", "dix" and "sept"
 * @param most the most of them, below {@code least} where none is
 */
record NumberWord(Sort sort, int value, int least, int most) {
    /** What it does. */
    enum Sort {
        /** "six", "doce", "forty". */
        NUMBER,
        /** "double", "triple": the digits behind it come so many times. */
        TIMES,
        /** "hundred": makes hundreds of the digit before it. */
        HUNDRED,
        /** Between a ten and a unit: "cuarenta y cuatro". */
        AND,
        /** Between a unit and a ten: "sieben und dreißig". */
        AND_BEFORE_TEN
    }

    /** One behind which nothing is added to it. */
    NumberWord(Sort sort, int value) {
        this(sort, value, 1, 0);
    }

    static NumberWord number(int value) {
        return new NumberWord(Sort.NUMBER, value);
    }

    NumberWord followedBy(int least, int most) {
        return new NumberWord(sort, value, least, most);
    }

    /** That of a word; null if no number is said in it. */
    static @Nullable NumberWord of(Words words, int word) {
        return NumberWords.ALL.get(words, word);
    }

    boolean isNumber() {
        return sort == Sort.NUMBER;
    }

    boolean isDigit() {
        return isNumber() && value < 10;
    }

    /** Twenty, thirty, up to ninety. */
    boolean isTen() {
        return isNumber() && value >= 20 && value < 100 && value % 10 == 0;
    }

    boolean isJoining() {
        return sort == Sort.AND || sort == Sort.AND_BEFORE_TEN;
    }

    /** Whether the number right behind is added to it. */
    boolean takes(int behind) {
        return behind >= least && behind <= most;
    }
}
