package dev.leadkit.capture.extract;

import java.util.List;

/**
 * Finds whose a booking is in scripts without blanks, also where the name is in Latin letters: "Hanna Lundの名前で予約", "佐藤の名前で",
 * "姓名Hanna Lund", "姓名：Hanna Lund".
 *
 * <p>Nearly matches, and is not found: "名前で検索", "姓名：", "姓名を".
 */
final class UnspacedBooking {
    private static final int MAX_LENGTH = 8;
    private static final int MAX_LATIN = 30;
    private static final double CONFIDENCE = 0.85;

    private static final String ON_THE_NAME = "の名前で";

    /** The label of a field. */
    private static final String LABEL = "姓名";

    private static final String BEHIND_LABEL = " :：是";

    private UnspacedBooking() {}

    static void add(String text, List<Candidate<String>> found) {
        int end = text.indexOf(ON_THE_NAME);
        if (end > 0) {
            addIfName(text, startOfName(text, end), end, found);
            return;
        }
        int label = text.indexOf(LABEL);
        int start = label + LABEL.length();
        while (start < text.length() && BEHIND_LABEL.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean named = label >= 0 && start < text.length() && Character.isUpperCase(text.charAt(start));
        int last = start;
        while (named && last < text.length() && last - start < MAX_LATIN && isLatin(text, last)) {
            last++;
        }
        addIfName(text, start, last, found);
    }

    private static void addIfName(String text, int start, int end, List<Candidate<String>> found) {
        if (end - start > 1) {
            Span name = new Span(start, end);
            found.add(new Candidate<>(name.of(text), name, CONFIDENCE, NameCue.BOOKED_UNDER));
        }
    }

    /** Of letters of one sort: Latin ones with single blanks, or those of the other scripts. */
    private static int startOfName(String text, int end) {
        int start = end;
        if (isLatin(text, end - 1)) {
            while (start > 0 && end - start < MAX_LATIN && isLatin(text, start - 1)) {
                start--;
            }
            return start;
        }
        while (start > 0 && end - start < MAX_LENGTH && isHanOrKatakana(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** A Latin letter, or a blank between two of them. */
    private static boolean isLatin(String text, int at) {
        char c = text.charAt(at);
        boolean between = c == ' ' && at > 0 && at + 1 < text.length();
        return isLatinLetter(c) || between && isLatinLetter(text.charAt(at - 1)) && isLatinLetter(text.charAt(at + 1));
    }

    private static boolean isLatinLetter(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static boolean isHanOrKatakana(char c) {
        var script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.KATAKANA || c == '\u30fc';
    }
}
