package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a message into the pieces that may stand in a summary: its sentences without polite words and without the words
 * that only lead up to a request, and beside each the mere things that it asks for.
 */
final class ClauseCutter {
    private static final int MAX_CLAUSES = 40;
    private static final int LONGEST = 150;

    private ClauseCutter() {}

    /** The pieces of one message, cut at sentence ends and around contact data. */
    static List<Clause> cut(int message, VisitorMessage visitor) {
        String text = visitor.text();
        List<Clause> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length() && clauses.size() < MAX_CLAUSES; i++) {
            if (i < text.length() && !endsClause(text, i) && i - start < LONGEST) {
                continue;
            }
            int end = i;
            if (end < text.length() && i - start >= LONGEST) {
                end = lastBlank(text, start, end);
            }
            Span span = new Span(start, end);
            if (end > start && !touchesContact(span, visitor.contact()) && !looksLikeContact(text, start, end)) {
                add(message, text, start, end, clauses);
            } else if (end > start) {
                addAroundContact(message, visitor, start, end, clauses);
            }
            start = end == i ? i + 1 : end + 1;
            i = Math.max(i, start - 1);
        }
        return clauses;
    }

    /** Where a long sentence is cut: at its last blank, else at its end; never looks back further than its start. */
    private static int lastBlank(String text, int start, int end) {
        for (int i = end; i > start; i--) {
            if (text.charAt(i) == ' ') {
                return i;
            }
        }
        return end;
    }

    private static boolean endsClause(String text, int at) {
        char c = text.charAt(at);
        boolean last = at + 1 >= text.length();
        return c == '\n'
                || c == '!'
                || c == '?'
                || c == ';'
                || c == '。'
                || c == '.' && (last || Character.isWhitespace(text.charAt(at + 1)));
    }

    /** Of a sentence with contact data only the part before its first piece, up to a comma or "and", is kept. */
    private static void addAroundContact(
            int message, VisitorMessage visitor, int start, int end, List<Clause> clauses) {
        String text = visitor.text();
        int contact = end;
        for (Span span : visitor.contact()) {
            if (span.start() < end && span.end() > start) {
                contact = Math.min(contact, Math.max(start, span.start()));
            }
        }
        Words words = Words.of(text, start, contact);
        int cut = start;
        for (int i = 1; i < words.count(); i++) {
            if (words.gap(i) == ',' || words.is(i, "and") || words.is(i, "my")) {
                cut = words.end(i - 1);
            }
        }
        if (cut > start && !looksLikeContact(text, start, cut)) {
            add(message, text, start, cut, clauses);
        }
        int after = start;
        for (Span span : visitor.contact()) {
            if (span.start() < end && span.end() > start) {
                after = Math.max(after, Math.min(end, span.end()));
            }
        }
        if (after > contact && after < end && !looksLikeContact(text, after, end)) {
            add(message, text, after, end, clauses);
        }
    }

    private static void add(int message, String text, int start, int end, List<Clause> clauses) {
        Words words = Words.of(text, start, end);
        int first = 0;
        while (first < words.count() && isPolite(words.folded(first))) {
            first++;
        }
        int last = words.count();
        while (last > first && isPolite(words.folded(last - 1))) {
            last--;
        }
        if (last <= first || NeedWords.isSecret(words)) {
            return;
        }
        Map<String, Double> worth = new LinkedHashMap<>();
        double signs = 0;
        for (int i = first; i < last; i++) {
            signs += NeedWords.isSign(words.folded(i)) ? NeedWords.SIGN : 0;
            raise(worth, words.folded(i), NeedWords.worth(words, i, i > first));
        }
        int asked = Request.afterLead(words, first, last);
        if (asked > first && asked < last && worth.containsKey(words.folded(asked))) {
            raise(worth, words.folded(asked), NeedWords.DEED);
        }
        for (Request.Thing thing : Request.things(words, first, last)) {
            raise(worth, words.folded(thing.head()), NeedWords.THING);
            addThing(message, text, words, thing, worth, clauses);
        }
        int begin = asked < last ? asked : first;
        if (!worth.isEmpty()) {
            Span span = new Span(withSign(text, words.start(begin), start), words.end(last - 1));
            clauses.add(new Clause(message, span, tidy(text, span), signs, worth));
        }
    }

    private static void addThing(
            int message,
            String text,
            Words words,
            Request.Thing thing,
            Map<String, Double> worth,
            List<Clause> clauses) {
        Map<String, Double> part = new LinkedHashMap<>();
        for (int i = thing.start(); i < thing.end(); i++) {
            raise(part, words.folded(i), worth.getOrDefault(words.folded(i), 0.0));
        }
        if (!part.isEmpty()) {
            Span span = new Span(words.start(thing.start()), words.end(thing.end() - 1));
            clauses.add(new Clause(message, span, tidy(text, span), NeedWords.SIGN, part));
        }
    }

    private static void raise(Map<String, Double> worth, String word, double to) {
        if (to > 0) {
            worth.merge(word, to, Math::max);
        }
    }

    private static int withSign(String text, int at, int lowest) {
        return at > lowest && "$€£¥₹".indexOf(text.charAt(at - 1)) >= 0 ? at - 1 : at;
    }

    private static boolean isPolite(String word) {
        return switch (word) {
            case "hi",
                    "hello",
                    "hey",
                    "please",
                    "thanks",
                    "thank",
                    "you",
                    "ok",
                    "okay",
                    "yes",
                    "yeah",
                    "no",
                    "sure",
                    "so",
                    "well",
                    "and",
                    "also",
                    "then",
                    "great",
                    "yep",
                    "um",
                    "oh",
                    "alright" -> true;
            default -> false;
        };
    }

    private static boolean touchesContact(Span span, List<Span> contact) {
        for (Span other : contact) {
            if (span.overlaps(other)) {
                return true;
            }
        }
        return false;
    }

    /** An at sign, or seven digits that only blanks and marks divide and that are no date. */
    static boolean looksLikeContact(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '＠') {
                return true;
            }
            int date = digits == 0 ? endOfDate(text, i, end) : i;
            if (date > i) {
                i = date - 1;
            } else if (Character.isDigit(c)) {
                digits++;
                if (digits >= 7) {
                    return true;
                }
            } else if (Character.isLetter(c) || c == ',' || c == ':') {
                digits = 0;
            }
        }
        return false;
    }

    /** The end of "10.05.2024", "2024-05-10" in {@code [at, end)}; {@code at} where no date stands there. */
    private static int endOfDate(String text, int at, int end) {
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

    static String tidy(String text, Span span) {
        StringBuilder out = new StringBuilder(span.length());
        boolean blank = false;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                blank = out.length() > 0;
            } else {
                if (blank) {
                    out.append(' ');
                    blank = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }
}
