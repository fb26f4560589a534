package dev.leadkit.capture.notation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of digits that stand close together, as they are written. What they may be, {@link DigitShape} tells.
 *
 * <p>Made by {@link #at}; at most {@link #MAX_GROUPS} groups are kept, a longer run is {@link #isTooLong()}.
 */
public final class DigitRun {
    static final int MAX_GROUPS = 12;
    private static final int MAX_GAP = 3;
    private static final int LEAST_LISTED = 9;
    private static final int LEAST_ABROAD = 10;

    /** Behind it commas part the groups: "area code 614, 889, 3052". */
    private static final String AREA_CODE = "area code ";

    /** Said, or written in codes of the web, in place of the sign. */
    private static final List<String> PLUS_SIGNS = List.of("plus ", "%2b", "&#43;", "&plus;");

    private static final List<String> EXTENSIONS = List.of("extension", "ext.", "ext", "x");
    private static final String EXTENSION_STARTS = "exEX";

    private final String text;
    private final int[] starts = new int[MAX_GROUPS];
    private final int[] ends = new int[MAX_GROUPS];
    private final boolean plus;
    private final boolean loosePlus;
    private final boolean dictated;
    private final int end;
    private int start;
    private int groups;
    private boolean tooLong;

    private DigitRun(String text, int start, int first) {
        this.dictated = text.regionMatches(true, start - AREA_CODE.length(), AREA_CODE, 0, AREA_CODE.length())
                || isCommaList(text, first);
        this.text = text;
        int sign = signBefore(text, start);
        boolean close =
                start < first && isPlus(text.charAt(start)) || start + 1 < first && isPlus(text.charAt(start + 1));
        this.loosePlus = !close && sign < start;
        this.plus = close || loosePlus;
        this.start = loosePlus ? sign : start;
        int at = first;
        int last = first;
        while (at < text.length()) {
            int groupEnd = at;
            while (groupEnd < text.length() && isDigit(text.charAt(groupEnd))) {
                groupEnd++;
            }
            add(at, groupEnd);
            last = groupEnd;
            int next = nextGroup(text, groupEnd, dictated);
            if (next < 0) {
                break;
            }
            at = next;
        }
        this.end = last;
    }

    /** A view of some of the groups. */
    private DigitRun(DigitRun whole, int from, int to, boolean plus) {
        this.text = whole.text;
        this.groups = to - from;
        System.arraycopy(whole.starts, from, starts, 0, groups);
        System.arraycopy(whole.ends, from, ends, 0, groups);
        this.start = from == 0 && plus == whole.plus ? whole.start : withBracket(text, starts[0]);
        this.plus = plus;
        this.loosePlus = plus && (whole.loosePlus || !whole.plus);
        this.dictated = whole.dictated;
        this.end = ends[groups - 1];
    }

    /** Two of them, which something parts that is no gap. */
    private DigitRun(DigitRun lead, DigitRun rest) {
        this.text = rest.text;
        this.start = lead.start;
        this.plus = lead.plus;
        this.loosePlus = lead.loosePlus;
        this.dictated = true;
        for (int i = 0; i < lead.groups; i++) {
            add(lead.starts[i], lead.ends[i]);
        }
        for (int i = 0; i < rest.groups; i++) {
            add(rest.starts[i], rest.ends[i]);
        }
        this.end = rest.end;
    }

    /** @param first the first digit; a plus sign or a bracket before it belongs to the run */
    public static DigitRun at(String text, int first) {
        int start = withBracket(text, first);
        if (start > 0 && isPlus(text.charAt(start - 1))) {
            start = withBracket(text, start - 1);
        }
        return new DigitRun(text, start, first);
    }

    /** Where a plus sign with blanks behind it, or what is said for one, stands before a place; the place if none does. */
    private static int signBefore(String text, int place) {
        for (String sign : PLUS_SIGNS) {
            int at = place - sign.length();
            if (at >= 0 && text.regionMatches(true, at, sign, 0, sign.length())) {
                boolean glued =
                        at > 0 && Character.isLetter(sign.charAt(0)) && Character.isLetterOrDigit(text.charAt(at - 1));
                return glued ? place : at;
            }
        }
        int at = place;
        while (at > 0 && place - at < MAX_GAP && isBlank(text.charAt(at - 1))) {
            at--;
        }
        boolean sign = at > 0 && at < place && isPlus(text.charAt(at - 1));
        return sign && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2))) ? at - 1 : place;
    }

    /** "4, 1, 5, 8, …": digits one by one, with a comma behind each. */
    private static boolean isCommaList(String text, int first) {
        int at = first;
        for (int digit = 0; digit < LEAST_LISTED; digit++) {
            if (at + 1 >= text.length() || !isDigit(text.charAt(at)) || text.charAt(at + 1) != ',') {
                return false;
            }
            at += 2;
            if (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return true;
    }

    private void add(int from, int to) {
        if (groups == MAX_GROUPS) {
            tooLong = true;
        } else {
            starts[groups] = from;
            ends[groups] = to;
            groups++;
        }
    }

    private static int withBracket(String text, int at) {
        return at > 0 && isOpening(text.charAt(at - 1)) ? at - 1 : at;
    }

    private static int nextGroup(String text, int from, boolean dictated) {
        int bracket = from < text.length() && isClosing(text.charAt(from)) ? 1 : 0; // "(089) / 99998"
        int limit = Math.min(text.length(), from + bracket + MAX_GAP + 1);
        boolean strong = false;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                return i;
            }
            boolean mark = isMark(c) || c == ',' && dictated;
            boolean doubled = c == '-' && i > from && text.charAt(i - 1) == '-';
            if (mark && strong && !doubled || !mark && !isBlank(c) && !isOpening(c) && !isClosing(c)) {
                return -1;
            }
            if (c == '.' && i > from && text.charAt(i - 1) == ' '
                    || c == ' ' && i > from && text.charAt(i - 1) == '.') {
                return -1; // the end of a sentence
            }
            strong |= mark;
        }
        return -1;
    }

    /** A dash, a point or a slash between two groups. */
    private static boolean isMark(char c) {
        return switch (c) {
            case '-', '.', '/', '–', '—', '‑', '·', '－', '‐', '\u2212' -> true;
            default -> false;
        };
    }

    /** A blank of any width, none included, that does not end a line. */
    static boolean isBlank(char c) {
        if (c < 128) {
            return c == ' ' || c == '\t';
        }
        int type = Character.getType(c);
        return type == Character.SPACE_SEPARATOR || type == Character.FORMAT || c == '\ufe0f' || c == '\u20e3'; // 4️⃣
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '[';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == ']';
    }

    /** Whether it is a decimal digit of any script. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c > 127 && Character.digit(c, 10) >= 0;
    }

    private static boolean isPlus(char c) {
        return c == '+' || c == '＋' || c == '﹢' || c == '⁺' || c == '➕';
    }

    /** Where the run begins in the text, a plus sign or bracket before it included. */
    public int start() {
        return start;
    }

    /** Where a group begins, the first being 0. */
    public int start(int group) {
        return starts[group];
    }

    /** Behind the last digit of a group. */
    int end(int group) {
        return ends[group];
    }

    /** Behind the last digit, also where there are more groups than are kept. */
    public int end() {
        return end;
    }

    /** The whole message. */
    public String text() {
        return text;
    }

    public boolean hasPlus() {
        return plus;
    }

    /** Whether something stands between the sign and the digits, so that it may be no part of the number: "me + 2". */
    public boolean hasLoosePlus() {
        return loosePlus;
    }

    /** The same digits as if a plus sign stood before them. */
    public DigitRun withPlus() {
        return new DigitRun(this, 0, groups, true);
    }

    /** The same digits without the sign before them. */
    public DigitRun withoutPlus() {
        return new DigitRun(this, 0, groups, false);
    }

    /** These groups with those of another run before them. */
    public DigitRun behind(DigitRun lead) {
        return new DigitRun(lead, this);
    }

    /** Whether commas may stand in it as pauses. */
    public boolean isDictated() {
        return dictated;
    }

    /** How many groups are kept, 1 or more. */
    public int groups() {
        return groups;
    }

    /** Whether it has more groups than are kept. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** How many digits a group has. */
    public int size(int group) {
        return ends[group] - starts[group];
    }

    /** The groups from one to another, {@code to} not included. */
    public DigitRun part(int from, int to) {
        return from == 0 && to == groups && !tooLong ? this : new DigitRun(this, from, to, from == 0 && plus);
    }

    /** How many digits all groups have. */
    public int digits() {
        int sum = 0;
        for (int i = 0; i < groups; i++) {
            sum += size(i);
        }
        return sum;
    }

    /** "555-0199", as a number is written within its area. */
    public boolean isLocal() {
        return groups == 2 && size(0) == 3 && size(1) == 4 && hasMarks('-');
    }

    /** All digits without what divides them, of any script as ASCII. */
    public String plain() {
        StringBuilder digits = new StringBuilder(20);
        for (int i = 0; i < groups; i++) {
            for (int at = starts[i]; at < ends[i]; at++) {
                digits.append((char) ('0' + Character.digit(text.charAt(at), 10)));
            }
        }
        return digits.toString();
    }

    /** The digits as they are dialled, a plus sign before them where one is written. */
    public String dialled() {
        return plus ? "+" + plain() : plain();
    }

    /**
     * The digits behind a prefix for calls abroad, 00 or 011, with a plus sign before them; null where they do not begin with one.
     */
    public @Nullable String dialledAbroad() {
        if (plus || !startsWithZero(0)) {
            return null;
        }
        String digits = plain();
        int prefix = digits.startsWith("00") ? 2 : digits.startsWith("011") ? 3 : 0;
        return prefix == 0 || digits.length() < LEAST_ABROAD ? null : "+" + digits.substring(prefix);
    }

    /** Whether it is written in characters of ASCII alone, with the sign right before the digits and no commas between them. */
    public boolean isPlain() {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) > 127 || text.charAt(i) == '\t') {
                return false;
            }
        }
        return !loosePlus && !dictated;
    }

    /** Whether more than a dash or a point parts a group from the next: a blank, a slash or a bracket. */
    public boolean isParted(int group) {
        for (int i = ends[group]; i < starts[group + 1]; i++) {
            char c = text.charAt(i);
            if (c == '/' || isBlank(c) || isOpening(c) || isClosing(c)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a group begins with the digit 0. */
    public boolean startsWithZero(int group) {
        return Character.digit(text.charAt(starts[group]), 10) == 0;
    }

    /** The first character between a group and the next. */
    public char mark(int group) {
        for (int i = ends[group]; i < starts[group + 1]; i++) {
            if (text.charAt(i) != ' ') {
                return text.charAt(i);
            }
        }
        return ' ';
    }

    boolean hasMarks(char... allowed) {
        for (int i = 0; i + 1 < groups; i++) {
            char mark = mark(i);
            boolean seen = false;
            for (char c : allowed) {
                seen |= c == mark;
            }
            if (!seen) {
                return false;
            }
        }
        return groups > 1;
    }

    /** Whether a group has one digit or two. */
    public boolean small(int group) {
        return size(group) <= 2;
    }

    /** The value of a group, by its first nine digits, so that it never overflows. */
    public int number(int group) {
        int value = 0;
        for (int at = starts[group]; at < Math.min(ends[group], starts[group] + 9); at++) {
            value = value * 10 + Character.digit(text.charAt(at), 10);
        }
        return value;
    }

    /** Where an extension after the run ends ("ext. 12", "x12"); the run's end without one. */
    public int endWithExtension() {
        int at = end;
        while (at < text.length() && at < end + 2 && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
            at++;
        }
        if (at == text.length() || EXTENSION_STARTS.indexOf(text.charAt(at)) < 0) {
            return end;
        }
        for (String sign : EXTENSIONS) {
            if (text.regionMatches(true, at, sign, 0, sign.length())) {
                int from = at + sign.length();
                while (from < text.length() && from < at + sign.length() + 2 && text.charAt(from) == ' ') {
                    from++;
                }
                int to = from;
                while (to < text.length() && isDigit(text.charAt(to))) {
                    to++;
                }
                boolean glued = to < text.length() && Character.isLetter(text.charAt(to));
                return to > from && to - from <= 6 && !glued ? to : end;
            }
        }
        return end;
    }
}
