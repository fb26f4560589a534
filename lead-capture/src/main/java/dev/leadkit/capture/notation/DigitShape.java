package dev.leadkit.capture.notation;

import org.jspecify.annotations.Nullable;

/** What the shape of some digits alone says that they are, such as a card's number or an address of a machine. */
public final class DigitShape {
    /** The most digits of a telephone number, its country code included (E.164). */
    public static final int LONGEST_PHONE = 15;

    private static final int LEAST_SPACED = 10;
    private static final int LEAST_LISTED = 4;
    private static final int LENGTH_OF_DATE = 8;
    private static final int LONG_GROUP = 6;

    private DigitShape() {}

    /** The code of what they are, whatever is said of them; null where they may be a phone number. */
    public static @Nullable String certain(DigitRun run) {
        if (isCard(run)) {
            return "card-number";
        }
        if (isIban(run)) {
            return "bank-account";
        }
        if (isTooLong(run)) {
            return "too-long";
        }
        if (isIpAddress(run)) {
            return "ip-address";
        }
        if (isNationalId(run)) {
            return "national-id";
        }
        return isZero(run) ? "placeholder" : null;
    }

    /** Whether they are more than a telephone number has. */
    public static boolean isTooLong(DigitRun run) {
        return run.digits() > LONGEST_PHONE || run.isTooLong();
    }

    /** The code of what they are unless somebody says that they are a phone number; null where they may well be one. */
    public static @Nullable String likely(DigitRun run) {
        if (isPlainDate(run)) {
            return "date";
        }
        if (isPostalCode(run)) {
            return "postal-code";
        }
        if (isGroupedAmount(run) || isPriceRange(run) || isRound(run)) {
            return "price";
        }
        if (isDecimal(run) || isList(run) || isBuild(run) || isVersion(run)) {
            return "quantity";
        }
        if (isDatedCode(run) || run.plain().startsWith("000")) {
            return "code";
        }
        if (isBook(run)) {
            return "book-number";
        }
        return isMonotone(run) || isCounted(run) ? "placeholder" : null;
    }

    /** How many groups from this one on are a date: 3, 2 for a range of years, 0 for none. */
    public static int dateGroups(DigitRun run, int from) {
        int left = run.groups() - from;
        if (left >= 3 && hasSameMarks(run, from)) {
            int a = run.number(from);
            int b = run.number(from + 1);
            int c = run.number(from + 2);
            boolean small = run.small(from + 1);
            boolean yearFirst = run.size(from) == 4 && isYear(a) && isMonthDay(b, c) && small && run.small(from + 2);
            boolean longYear = run.size(from + 2) == 4;
            boolean shortYear = run.size(from + 2) == 2;
            boolean yearLast = run.small(from)
                    && small
                    && isMonthDay(a, b)
                    && (longYear && isYear(c) || shortYear && run.mark(from) != ' ');
            if (yearFirst || yearLast && left != 4 && !(left > 4 && shortYear) || yearLast && longYear) {
                return 3;
            }
        }
        boolean years = left == 2
                && run.size(from) == 4
                && run.size(from + 1) == 4
                && isYear(run.number(from))
                && isYear(run.number(from + 1))
                && !run.hasPlus();
        return years ? 2 : 0;
    }

    private static boolean hasSameMarks(DigitRun run, int from) {
        char mark = run.mark(from);
        return mark == run.mark(from + 1) && (mark == '-' || mark == '.' || mark == '/' || mark == '–' || mark == ' ');
    }

    private static boolean isYear(int value) {
        return value >= 1900 && value < 2100;
    }

    private static boolean isMonthDay(int a, int b) {
        return a >= 1 && b >= 1 && (a <= 12 && b <= 31 || a <= 31 && b <= 12);
    }

    /** "20240131", "20240131104500" in one group. */
    private static boolean isPlainDate(DigitRun run) {
        if (run.groups() != 1 || run.size(0) != LENGTH_OF_DATE && run.size(0) != 12 && run.size(0) != 14) {
            return false;
        }
        int value = Integer.parseInt(run.plain().substring(0, LENGTH_OF_DATE));
        boolean timed = run.size(0) > LENGTH_OF_DATE; // with the time of day behind
        return isDay(value) || !timed && isYear(value % 10_000) && isMonthDay(value / 1_000_000, value / 10_000 % 100);
    }

    /** "20240117-5550", which is numbered within its day. */
    private static boolean isDatedCode(DigitRun run) {
        return run.groups() == 2
                && run.size(0) == LENGTH_OF_DATE
                && run.hasMarks('-', '/', '.')
                && !run.hasPlus()
                && isDay(run.number(0));
    }

    /** 20240117. */
    private static boolean isDay(int value) {
        return isYear(value / 10_000) && isMonthDay(value / 100 % 100, value % 100);
    }

    private static boolean isIpAddress(DigitRun run) {
        if (run.groups() != 4 || !run.hasMarks('.') || run.hasPlus()) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            if (run.size(i) > 3
                    || run.number(i) > 255
                    || run.size(i) > 1 && Character.digit(run.text().charAt(run.start(i)), 10) == 0) {
                return false;
            }
        }
        return true;
    }

    /** "123-45-6789"; "123.456.789-09" and "11.222.333/0001-81" of Brazil; "12.345.678-5" of Chile. */
    private static boolean isNationalId(DigitRun run) {
        return !run.hasPlus()
                && (isWritten(run, "--", 3, 2, 4)
                        || isWritten(run, "..-", 3, 3, 3, 2)
                        || isWritten(run, "../-", 2, 3, 3, 4, 2)
                        || isWritten(run, "..-", 2, 3, 3, 1));
    }

    private static boolean isWritten(DigitRun run, String marks, int... sizes) {
        if (run.groups() != sizes.length) {
            return false;
        }
        for (int i = 0; i < sizes.length; i++) {
            if (run.size(i) != sizes[i] || i < marks.length() && run.mark(i) != marks.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** "12345-6789". */
    private static boolean isPostalCode(DigitRun run) {
        return run.groups() == 2 && run.size(0) == 5 && run.size(1) == 4 && run.hasMarks('-') && !run.hasPlus();
    }

    /** "1.000.000", thousands in groups of three. */
    private static boolean isGroupedAmount(DigitRun run) {
        if (run.groups() < 2 || !run.hasMarks('.') || run.size(0) > 3 || run.hasPlus()) {
            return false;
        }
        for (int i = 1; i < run.groups(); i++) {
            if (run.size(i) != 3) {
                return false;
            }
        }
        return run.groups() > 3 || run.size(0) < 3;
    }

    /** "250000-280000", round numbers of which the second is larger. */
    private static boolean isPriceRange(DigitRun run) {
        return run.groups() == 2
                && run.hasMarks('-', '–')
                && !run.hasPlus()
                && run.size(0) > 3
                && run.size(1) <= 8
                && run.number(0) % 500 == 0
                && run.number(1) % 500 == 0
                && run.number(0) < run.number(1)
                && !startsWithZero(run);
    }

    /** "150000000". */
    private static boolean isRound(DigitRun run) {
        return run.groups() == 1
                && !run.hasPlus()
                && !startsWithZero(run)
                && run.plain().endsWith("000000");
    }

    private static boolean startsWithZero(DigitRun run) {
        return run.startsWithZero(0);
    }

    /** "52.5200066", "151.2092955", a number with decimals. */
    public static boolean isDecimal(DigitRun run) {
        boolean degrees = run.size(0) <= 2 || run.size(0) == 3 && run.number(0) <= 180 && !startsWithZero(run);
        return run.groups() == 2 && run.hasMarks('.') && degrees && run.size(1) >= 5 && !run.hasPlus();
    }

    /** "22621.1702", the number of a build, which no plan of phone numbers parts so; "06221.47110" it does. */
    private static boolean isBuild(DigitRun run) {
        if (run.groups() == 3
                && run.hasMarks('.')
                && run.small(0)
                && run.small(1)
                && run.size(2) == 8
                && !run.hasPlus()) {
            return isYear(run.number(2) / 10_000); // "4.18.20250311"
        }
        return run.groups() == 2
                && run.hasMarks('.')
                && run.size(0) >= 5
                && run.size(1) <= 4
                && !run.hasPlus()
                && !startsWithZero(run);
    }

    /** "10.4.2.20231105": short groups, then one as no plan of phone numbers has it last. */
    public static boolean isVersion(DigitRun run) {
        int last = run.groups() - 1;
        if (last < LEAST_LISTED - 1 || !run.hasMarks('.') || run.size(last) < LONG_GROUP || run.hasPlus()) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (run.size(i) > 3) {
                return false;
            }
        }
        return true;
    }

    /** "8 10 12 14 16", small numbers in a row, or "101 102 103 104"; a phone in pairs begins with a pair. */
    private static boolean isList(DigitRun run) {
        if (run.groups() >= LEAST_LISTED && !run.hasPlus() && isEvenlyRising(run)) {
            return true;
        }
        if (run.groups() < 4 || run.size(0) != 1 || run.hasPlus()) {
            return false;
        }
        boolean single = true;
        for (int i = 1; i < run.groups(); i++) {
            if (!run.small(i)) {
                return false;
            }
            single &= run.size(i) == 1;
        }
        return !(single && run.groups() >= LEAST_SPACED); // "0 7 9 1 1 2 8 3 4 5 6"
    }

    private static boolean isEvenlyRising(DigitRun run) {
        int step = run.number(1) - run.number(0);
        for (int i = 1; i < run.groups(); i++) {
            if (run.size(i) > 4 || run.number(i) - run.number(i - 1) != step) {
                return false;
            }
        }
        return step > 0 && run.size(0) > 1;
    }

    /** "978-3-16-148410-0", a book's number. */
    private static boolean isBook(DigitRun run) {
        return run.digits() == 13
                && !run.hasPlus()
                && (run.plain().startsWith("978") || run.plain().startsWith("979"));
    }

    /** "GB29 NWBK 6016 1331 9268 19", the end of a bank account's number. */
    private static boolean isIban(DigitRun run) {
        int at = run.start();
        for (int blocks = 0; blocks < 8 && at > 4 && run.text().charAt(at - 1) == ' '; blocks++) {
            int block = at - 1;
            while (block > 0 && at - block < 6 && isCapitalOrDigit(run.text().charAt(block - 1))) {
                block--;
            }
            if (at - 1 - block != 4) {
                return false;
            }
            if (!DigitRun.isDigit(run.text().charAt(block))
                    && !DigitRun.isDigit(run.text().charAt(block + 1))
                    && DigitRun.isDigit(run.text().charAt(block + 2))) {
                return true;
            }
            at = block;
        }
        return false;
    }

    private static boolean isCapitalOrDigit(char c) {
        return c >= 'A' && c <= 'Z' || DigitRun.isDigit(c);
    }

    /** A payment card: 13 to 19 digits with a card's first digit and a right check digit, or four groups of four. */
    public static boolean isCard(DigitRun run) {
        boolean fours =
                run.groups() == 4 && run.size(0) == 4 && run.size(1) == 4 && run.size(2) == 4 && run.size(3) == 4;
        int digits = run.digits();
        if (fours) {
            return true;
        }
        if (digits < 13 || digits > 19 || run.hasPlus()) {
            return false;
        }
        String plain = run.plain();
        return "3456".indexOf(plain.charAt(0)) >= 0 && hasCheckDigit(plain);
    }

    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (i % 2 == 1) {
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            }
            sum += digit;
        }
        return sum % 10 == 0;
    }

    private static boolean isZero(DigitRun run) {
        return run.number(0) == 0 && run.plain().chars().allMatch(c -> c == '0');
    }

    /** "123456789". */
    private static boolean isCounted(DigitRun run) {
        return run.groups() == 1 && "1234567890".startsWith(run.plain());
    }

    /** All digits the same. */
    private static boolean isMonotone(DigitRun run) {
        String plain = run.plain();
        int at = 1;
        while (at < plain.length() && plain.charAt(at) == plain.charAt(0)) {
            at++;
        }
        return at >= plain.length();
    }
}
