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
        int folded = 0;
        int inClass = -1; // at its first letter; -1 outside
        for (int i = 0; i < letters.length; i++) {
            if (inClass < 0) {
                inClass = letters[i] == '[' ? i + (isAt(letters, i + 1, '^') ? 2 : 1) : -1;
            } else if (letters[i] == ']' && i > inClass) {
                inClass = -1;
            } else if (letters[i] == '[' && isAt(letters, i + 1, ':')) {
                i = endOfNamed(letters, i);
            }
            // A class that is not closed is folded before that is found out.
            boolean range =
                    inClass >= 0 && isAt(letters, i + 1, '-') && i + 2 < letters.length && letters[i + 2] != ']';
            int first = value(letters[i]);
            int last = range ? Math.max(first, value(letters[i + 2])) : first;
            if (first <= LAST_ENDLESS && last >= FIRST_ENDLESS) {
                throw new InvalidInputException(
                        "pattern",
                        "no letter of U+1C80 to U+1C8F where case is ignored",
                        "one, or a range that holds it");
            }
            folded += last - first;
            if (folded > MOST_FOLDED) {
                throw new InvalidInputException(
                        "pattern", "ranges of at most " + MOST_FOLDED + " letters where case is ignored", "more");
            }
        }
    }

    private static boolean isAt(int[] letters, int i, char letter) {
        return i < letters.length && letters[i] == letter;
    }

    /** The last letter of {@code [:alpha:]}; its first, if it is no such name, as of {@code [!-[:a-z:]}. */
    private static int endOfNamed(int[] letters, int open) {
        int i = isAt(letters, open + 2, '^') ? open + 3 : open + 2;
        while (i < letters.length && letters[i] >= 'a' && letters[i] <= 'z') {
            i++;
        }
        return isAt(letters, i, ':') && isAt(letters, i + 1, ']') ? i + 1 : open;
    }

    private static int value(int letter) {
        return letter < 0 ? ~letter : letter;
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

    /** Its code points; those that are escaped, which open and close nothing, as their complement. */
    private static int[] letters(String pattern) {
        int[] letters = new int[pattern.length()];
        int count = 0;
        for (int at = 0; at < pattern.length(); ) {
            boolean escaped = pattern.charAt(at) == '\\' && at + 1 < pattern.length();
            if (escaped && pattern.startsWith("x{", at + 1) && pattern.indexOf('}', at) > 0) {
                int end = pattern.indexOf('}', at);
                letters[count++] = ~number(pattern, at + 3, end);
                at = end + 1;
            } else {
                at += escaped ? 1 : 0;
                int letter = pattern.codePointAt(at);
                letters[count++] = escaped ? ~letter : letter;
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
