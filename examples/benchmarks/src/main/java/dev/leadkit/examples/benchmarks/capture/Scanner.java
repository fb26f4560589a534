package dev.leadkit.examples.benchmarks.capture;

import org.jspecify.annotations.Nullable;

/**
 * The limit: the least that a program written by hand could do. One pass to the end of the message, of which the first
 * contact of each kind is kept; nothing validated, nothing said about whose a contact is.
 */
final class Scanner {
    private static final int MAX_SIDE = 64;
    private static final int MAX_GAP = 2;
    private static final int LEAST_DIGITS = 7;

    private Scanner() {}

    /** The address around the first at sign that has one. */
    static @Nullable String email(String text) {
        String first = null;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            String email = emailAround(text, at);
            first = first == null ? email : first;
        }
        return first;
    }

    /** The address around the first "at" or at sign that is followed by a "dot" and a label. */
    static @Nullable String spokenEmail(String text) {
        for (int i = 1; i + 4 < text.length(); i++) {
            if (text.charAt(i) == 'a' && text.charAt(i + 1) == 't' && !isWord(text.charAt(i - 1))) {
                String domain = words(text, i + 2, 1);
                int dot = domain.indexOf('.');
                if (dot > 0 && dot < domain.length() - 1) {
                    return words(text, i - 1, -1) + '@' + domain;
                }
            }
        }
        return null;
    }

    /** The words that "dot" and "underscore" join, from a place forwards or backwards. */
    private static String words(String text, int from, int step) {
        String joined = "";
        int at = from;
        for (boolean goesOn = true; goesOn; ) {
            while (at >= 0 && at < text.length() && !isWord(text.charAt(at))) {
                at += step;
            }
            String word = word(text, at, step);
            at += step * word.length();
            joined = step > 0 ? joined + word : word + joined;
            int gap = at;
            while (gap >= 0 && gap < text.length() && text.charAt(gap) == ' ') {
                gap += step;
            }
            String mark = mark(word(text, gap, step));
            goesOn = !mark.isEmpty();
            if (goesOn) {
                at = gap + step * word(text, gap, step).length();
                joined = step > 0 ? joined + mark : mark + joined;
            }
        }
        return joined;
    }

    private static String word(String text, int from, int step) {
        int end = from;
        while (end >= 0 && end < text.length() && isWord(text.charAt(end))) {
            end += step;
        }
        return step > 0 ? text.substring(from, end) : text.substring(end + 1, from + 1);
    }

    private static String mark(String word) {
        return switch (word) {
            case "dot" -> ".";
            case "underscore" -> "_";
            default -> "";
        };
    }

    static Contact contact(String text) {
        String email = null;
        String phone = null;
        String name = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                String found = emailAround(text, i);
                email = email == null ? found : email;
            } else if (c >= '0' && c <= '9') {
                int end = endOfNumber(text, i);
                boolean number = phone == null && digits(text, i, end) >= LEAST_DIGITS;
                phone = number ? text.substring(i, end) : phone;
                i = end - 1;
            } else if (isCueStart(c) && (i == 0 || !isWord(text.charAt(i - 1)))) {
                String found = nameAfter(text, i);
                name = name == null ? found : name;
            }
        }
        return new Contact(email, phone, name);
    }

    private static @Nullable String emailAround(String text, int at) {
        int start = at;
        int lowest = Math.max(0, at - MAX_SIDE);
        while (start > lowest && isLocal(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        int dot = -1;
        int highest = Math.min(text.length(), at + MAX_SIDE);
        while (end < highest && isDomain(text.charAt(end))) {
            dot = text.charAt(end) == '.' ? end : dot;
            end++;
        }
        if (dot == end - 1) {
            end = dot; // the end of the sentence
            dot = text.lastIndexOf('.', end - 1);
        }
        return start < at && dot > at + 1 ? text.substring(start, end) : null;
    }

    private static boolean isWord(char c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isLocal(char c) {
        return isWord(c) || c == '.' || c == '_' || c == '-' || c == '+';
    }

    private static boolean isDomain(char c) {
        return isWord(c) || c == '.' || c == '-';
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        for (int i = from; i < text.length() && i - end <= MAX_GAP; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                end = i + 1;
            } else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.') {
                break;
            }
        }
        return end;
    }

    private static int digits(String text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return digits;
    }

    private static boolean isCueStart(char c) {
        return (c | 32) == 'i' || (c | 32) == 'm' || (c | 32) == 't';
    }

    private static @Nullable String nameAfter(String text, int cue) {
        int start;
        if (text.startsWith("my name is ", cue)) {
            start = cue + 11;
        } else if (text.startsWith("this is ", cue)) {
            start = cue + 8;
        } else if (text.startsWith("I am ", cue)) {
            start = cue + 5;
        } else if (text.startsWith("I'm ", cue)) {
            start = cue + 4;
        } else {
            return null;
        }
        int end = start;
        for (int i = start; i < text.length() && text.charAt(i) >= 'A' && text.charAt(i) <= 'Z'; i++) {
            while (i < text.length() && isWord(text.charAt(i))) {
                i++;
            }
            end = i;
            if (i == text.length() || text.charAt(i) != ' ') {
                break;
            }
        }
        return end > start ? text.substring(start, end) : null;
    }
}
