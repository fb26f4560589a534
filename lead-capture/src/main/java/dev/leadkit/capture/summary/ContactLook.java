package dev.leadkit.capture.summary;

/** What looks like contact data where no extractor found any. */
final class ContactLook {
    private ContactLook() {}

    /** An at sign, or seven digits that only blanks and marks divide and that are no date. */
    static boolean isIn(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; ) {
            int c = text.codePointAt(i);
            if (isAt(text, i)) {
                return true;
            }
            int date = digits == 0 ? endOfDate(text, i, end) : i;
            if (date > i) {
                i = date;
                continue;
            }
            if (Character.isDigit(c)) {
                digits++;
                if (digits >= 7) {
                    return true;
                }
            } else if (Character.isLetter(c) || c == ',' || c == ':') {
                digits = 0;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    /** Whether what stands between two blanks holds an at sign or is a link to a page, such as "facebook.com/jane". */
    static boolean isAddress(String text, int start, int end) {
        boolean domain = false;
        boolean page = false;
        for (int i = start; i < end && !page; i++) {
            char c = text.charAt(i);
            if (isAt(text, i)) {
                return true;
            }
            if (c == '/') {
                page = domain && isWordFrom(text, i + 1, end, 1);
            } else if (c == '.') {
                domain |= i > start && Character.isLetterOrDigit(text.charAt(i - 1)) && isWordFrom(text, i + 1, end, 2);
            }
        }
        return page;
    }

    private static boolean isWordFrom(String text, int at, int end, int letters) {
        for (int i = at; i < at + letters; i++) {
            if (i >= end || !Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isMoney(char c) {
        return "$€£¥₹".indexOf(c) >= 0;
    }

    /** The end of "10.05.2024", "2024-05-10" in {@code [at, end)}; {@code at} where no date stands there. */
    static int endOfDate(String text, int at, int end) {
        int first = endOfNumber(text, at, end);
        int second = first < end ? endOfNumber(text, first + 1, end) : first;
        int third = second < end ? endOfNumber(text, second + 1, end) : second;
        boolean whole = third == end || !Character.isLetterOrDigit(text.charAt(third)) && text.charAt(third) != '@';
        if (third == second
                || !whole
                || text.charAt(first) != text.charAt(second)
                || "./-".indexOf(text.charAt(first)) < 0) {
            return at;
        }
        boolean yearFirst = first - at == 4;
        boolean yearLast = third - second == 5;
        int year = yearFirst ? at : second + 1;
        int day = yearFirst ? third - second - 1 : first - at;
        boolean date = (yearFirst || yearLast) && day <= 2 && second - first <= 3;
        return date && text.startsWith("20", year) ? third : at;
    }

    private static int endOfNumber(String text, int from, int end) {
        int to = from;
        while (to < end && to - from < 5 && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        return to;
    }

    /** Whether an at sign stands at a place, be it written as in a link or a page: "tove%40fjord", "tove&#64;fjord". */
    static boolean isAt(String text, int place) {
        return switch (text.charAt(place)) {
            case '@', '＠', '﹫' -> true;
            case '%' -> text.startsWith("%40", place) && isWordFrom(text, place + 3, text.length(), 1);
            case '&' -> text.startsWith("&#64;", place) || text.startsWith("&commat;", place);
            default -> false;
        };
    }
}
