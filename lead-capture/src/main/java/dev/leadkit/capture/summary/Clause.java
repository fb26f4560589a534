package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A piece of a message that may stand in a summary, with what it is worth there.
 *
 * @param message index of the message
 * @param span where it stands, without polite words around it
 * @param text the piece with its blanks tidied
 * @param worth higher says more about the need; 0 or less is not worth a place
 */
record Clause(int message, Span span, String text, double worth) {
    private static final int MAX_CLAUSES = 40;
    private static final int LONGEST = 150;

    private static final Set<String> NEEDS = Set.of(
            "need",
            "want",
            "like",
            "looking",
            "interested",
            "buy",
            "book",
            "order",
            "reserve",
            "rent",
            "purchase",
            "find",
            "search",
            "searching",
            "quote",
            "price",
            "demo",
            "trial",
            "appointment",
            "reservation",
            "table",
            "ticket",
            "tickets",
            "schedule",
            "hire",
            "prefer",
            "preferably",
            "budget",
            "for",
            "with",
            "near",
            "from",
            "in",
            "at",
            "brauche",
            "suche",
            "möchte",
            "quiero",
            "necesito",
            "busco",
            "voudrais",
            "cherche",
            "vorrei",
            "cerco");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "hi",
            "hello",
            "hey",
            "thanks",
            "thank",
            "you",
            "please",
            "ok",
            "okay",
            "yes",
            "no",
            "sure",
            "great",
            "good",
            "bye",
            "goodbye",
            "that",
            "that's",
            "thats",
            "all",
            "it",
            "is",
            "the",
            "a",
            "an",
            "and",
            "i",
            "me",
            "my",
            "to",
            "of",
            "so",
            "well",
            "fine",
            "perfect",
            "cool",
            "nice",
            "day",
            "have",
            "nothing",
            "else",
            "very",
            "much",
            "for",
            "help",
            "your",
            "sounds",
            "yeah",
            "yep",
            "nope",
            "dear",
            "sir",
            "madam",
            "can",
            "could",
            "would",
            "be",
            "do",
            "right",
            "correct",
            "works",
            "morning",
            "afternoon",
            "evening",
            "there",
            "awesome",
            "welcome",
            "now",
            "just",
            "not",
            "i'm",
            "don't",
            "know",
            "what",
            "this",
            "was",
            "are",
            "will",
            "too",
            "also",
            "alright",
            "go",
            "ahead");
    private static final Set<String> TIMES = Set.of(
            "today",
            "tomorrow",
            "tonight",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "week",
            "weekend",
            "month",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "am",
            "pm",
            "noon",
            "evening",
            "morning",
            "afternoon",
            "o'clock",
            "asap",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "one");

    /** The pieces of one message, cut at sentence ends and around contact data. */
    static List<Clause> of(int message, VisitorMessage visitor) {
        String text = visitor.text();
        List<Clause> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length() && clauses.size() < MAX_CLAUSES; i++) {
            if (i < text.length() && !endsClause(text, i) && i - start < LONGEST) {
                continue;
            }
            int end = i;
            if (end < text.length() && i - start >= LONGEST) {
                int blank = text.lastIndexOf(' ', end);
                end = blank > start ? blank : end;
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
        if (last <= first) {
            return;
        }
        int from = withSign(text, words.start(first), start);
        Span span = new Span(from, words.end(last - 1));
        double worth = worth(words, first, last);
        if (worth > 0) {
            clauses.add(new Clause(message, span, tidy(text, span), worth));
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

    private static double worth(Words words, int first, int last) {
        double said = 0;
        int content = 0;
        for (int i = first; i < last; i++) {
            String word = words.folded(i);
            if (Character.isDigit(word.charAt(0))) {
                said += 1.5;
                content++;
            } else if (TIMES.contains(word)) {
                said += 1.2;
                content++;
            } else if (NEEDS.contains(word)) {
                said += 0.8;
            } else if (!EMPTY_WORDS.contains(word)) {
                said += words.isCapitalised(i) && i > first ? 1.1 : 0.5;
                content++;
            }
        }
        return content == 0 ? 0 : said;
    }

    private static boolean touchesContact(Span span, List<Span> contact) {
        for (Span other : contact) {
            if (span.overlaps(other)) {
                return true;
            }
        }
        return false;
    }

    /** An at sign, or seven digits that only blanks and marks divide. */
    static boolean looksLikeContact(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '＠') {
                return true;
            }
            if (Character.isDigit(c)) {
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

    private static String tidy(String text, Span span) {
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
