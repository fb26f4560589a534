package dev.leadkit.capture.rule;

import dev.leadkit.lead.InvalidInputException;
import java.util.Arrays;

/**
 * Refuses a pattern that ignores case where RE2/J would not come to an end soon.
 *
 * <p>Its table of letters with several cases is older than the platform's: of Cyrillic Extended-C it looks for the other cases
 * for ever (<a href="https://github.com/google/re2j/issues/168">issue 168</a>). And it folds a range letter by letter.
 *
 * <p>Refused: {@code (?i)[а-\x{FFFF}]}, which holds that block. Not refused: {@code [а-\x{FFFF}]}, {@code (?i)[а-яё]}. The
 * pattern is read roughly; what may be a range is taken for one.
 */
final class IgnoredCase {
    private static final int FIRST_ENDLESS = 0x1c80;
    private static final int LAST_ENDLESS = 0x1c8f;
    private static final int MOST_FOLDED = 100_000;

    private IgnoredCase() {}

    /** @throws InvalidInputException if the pattern ignores case and holds what cannot be folded, or too much of it */
    static void check(String pattern) {
        if (!isIgnored(pattern)) {
            return;
        }
        int[] letters = letters(pattern);
        int firstClass = 0;
        while (firstClass < letters.length && letters[firstClass] != '[') {
            firstClass++;
        }
        int lastClass = letters.length - 1;
        while (lastClass > firstClass && letters[lastClass] != ']') {
            lastClass--;
        }
        int folded = 0;
        for (int i = 0; i < letters.length; i++) {
            boolean range = i > firstClass && i + 2 < lastClass && letters[i + 1] == '-';
            int last = range ? Math.max(letters[i], letters[i + 2]) : letters[i];
            if (letters[i] <= LAST_ENDLESS && last >= FIRST_ENDLESS) {
                throw new InvalidInputException(
                        "pattern",
                        "no letter of U+1C80 to U+1C8F where case is ignored",
                        "one, or a range that holds it");
            }
            folded += last - letters[i];
            if (folded > MOST_FOLDED) {
                throw new InvalidInputException(
                        "pattern", "ranges of at most " + MOST_FOLDED + " letters where case is ignored", "more");
            }
        }
    }

    /** Whether some group sets the flag, such as {@code (?i)}, {@code (?si:}. */
    private static boolean isIgnored(String pattern) {
        for (int open = pattern.indexOf("(?"); open >= 0; open = pattern.indexOf("(?", open + 2)) {
            for (int i = open + 2; i < pattern.length() && "imsU-".indexOf(pattern.charAt(i)) >= 0; i++) {
                if (pattern.charAt(i) == 'i') {
                    return true;
                }
            }
        }
        return false;
    }

    /** Its code points, with those that are written as numbers. */
    private static int[] letters(String pattern) {
        int[] letters = new int[pattern.length()];
        int count = 0;
        for (int at = 0; at < pattern.length(); ) {
            if (pattern.startsWith("\\x{", at) && pattern.indexOf('}', at) > 0) {
                int end = pattern.indexOf('}', at);
                letters[count++] = number(pattern, at + 3, end);
                at = end + 1;
            } else {
                int letter = pattern.codePointAt(at);
                letters[count++] = letter;
                at += Character.charCount(letter);
            }
        }
        return Arrays.copyOf(letters, count);
    }

    /** The hexadecimal number in {@code [from, to)}; the last letter of all when it is none. */
    private static int number(String pattern, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(pattern.charAt(i), 16);
            if (digit < 0 || number > Character.MAX_CODE_POINT / 16) {
                return Character.MAX_CODE_POINT;
            }
            number = number * 16 + digit;
        }
        return number;
    }
}
