package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a model's answer, checked against the messages that it names.
 *
 * @param text the line without its numbers
 * @param pieces where its words stand, a piece a message
 * @param problem why it is not taken, a code as in {@link CheckedSummary#fallback()}; null when it is
 */
record Claim(
        String text, List<Summary.Piece> pieces, @Nullable String problem) {
    private static final int MAX_CITED = 8;

    /** What a sentence about a visitor needs beside his words. */
    private static final Set<String> FREE = Set.of(
            "a",
            "an",
            "the",
            "and",
            "or",
            "of",
            "to",
            "in",
            "on",
            "at",
            "for",
            "from",
            "with",
            "by",
            "as",
            "is",
            "are",
            "be",
            "was",
            "has",
            "have",
            "it",
            "its",
            "he",
            "she",
            "they",
            "his",
            "her",
            "their",
            "who",
            "that",
            "which",
            "this",
            "visitor",
            "customer",
            "user",
            "client",
            "needs",
            "need",
            "wants",
            "want",
            "looks",
            "looking",
            "wishes",
            "would",
            "like",
            "asks",
            "asking",
            "about",
            "interested",
            "der",
            "die",
            "das",
            "ein",
            "eine",
            "und",
            "für",
            "mit",
            "von",
            "zu",
            "ist",
            "sucht",
            "braucht",
            "el",
            "la",
            "los",
            "las",
            "un",
            "una",
            "y",
            "de",
            "para",
            "con",
            "busca",
            "quiere",
            "necesita",
            "le",
            "les",
            "une",
            "et",
            "du",
            "des",
            "pour",
            "avec",
            "cherche",
            "veut");

    private static final Set<String> NEGATIONS = Set.of(
            "no", "not", "never", "without", "none", "nothing", "cannot", "except", "nicht", "kein", "keine", "ohne",
            "sin", "nunca", "pas", "sans", "jamais");

    /** The claim of a line; absent when it names no message. */
    static @Nullable Claim of(String line, List<VisitorMessage> messages) {
        int open = line.indexOf('[');
        if (open < 0) {
            return null;
        }
        String text = ClauseCutter.tidy(line, new Span(startOf(line), open)).strip();
        List<Integer> numbers = numbers(line.substring(open));
        if (numbers.isEmpty() || text.isEmpty()) {
            return null;
        }
        for (int number : numbers) {
            if (number < 1 || number > messages.size()) {
                return new Claim(text, List.of(), "unknown-message");
            }
        }
        if (ClauseCutter.looksLikeContact(text, 0, text.length())) {
            return new Claim(text, List.of(), "contact-data");
        }
        return checked(
                text,
                numbers.stream()
                        .distinct()
                        .map(number -> messages.get(number - 1))
                        .toList());
    }

    /** Behind a bullet. */
    private static int startOf(String line) {
        int start = 0;
        while (start < line.length() && "-*• \t".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return Math.min(start, line.indexOf('['));
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>(2);
        Words words = Words.of(text);
        for (int i = 0; i < Math.min(words.count(), MAX_CITED); i++) {
            String word = words.folded(i);
            if (word.length() > 4 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return List.of(); // words after the numbers: no answer in the form asked for
            }
            numbers.add(Integer.parseInt(word));
        }
        return numbers;
    }

    private static Claim checked(String text, List<VisitorMessage> messages) {
        Words claim = Words.of(text);
        List<Cited> cited = messages.stream().map(Cited::new).toList();
        for (int i = 0; i < claim.count(); i++) {
            String word = claim.folded(i);
            if (FREE.contains(word)) {
                continue;
            }
            boolean said = false;
            boolean contact = false;
            for (Cited message : cited) {
                said |= message.says(word);
                contact |= message.isContact(word);
            }
            if (!said) {
                return new Claim(text, List.of(), contact ? "contact-data" : "invented");
            }
        }
        List<Cited> used = cited.stream().filter(Cited::isUsed).toList();
        if (used.isEmpty()) {
            return new Claim(text, List.of(), "invented");
        }
        boolean denies = hasNegation(claim, 0, claim.count());
        if (!denies && used.stream().anyMatch(Cited::isDenied)) {
            return new Claim(text, List.of(), "negation-lost");
        }
        return new Claim(text, used.stream().map(Cited::piece).toList(), null);
    }

    private static boolean hasNegation(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (NEGATIONS.contains(words.folded(i)) || words.folded(i).endsWith("n't")) {
                return true;
            }
        }
        return false;
    }

    /** A message that the claim names, and where the claim's words stand in it. Not safe to share. */
    private static final class Cited {
        private final VisitorMessage message;
        private final Words words;
        private int first = Integer.MAX_VALUE;
        private int last = -1;

        Cited(VisitorMessage message) {
            this.message = message;
            this.words = Words.of(message.text());
        }

        /** Whether the word stands in it outside of contact data; remembers where. */
        boolean says(String word) {
            for (int i = 0; i < words.count(); i++) {
                if (isSame(words.folded(i), word) && !isInContact(i)) {
                    first = Math.min(first, i);
                    last = Math.max(last, i);
                    return true;
                }
            }
            return false;
        }

        boolean isContact(String word) {
            for (int i = 0; i < words.count(); i++) {
                if (words.is(i, word) && isInContact(i)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isInContact(int word) {
            var span = new Span(words.start(word), words.end(word));
            return message.contact().stream().anyMatch(span::overlaps);
        }

        /** The same word, or one the plural of the other; numbers are the same only as they stand. */
        private static boolean isSame(String one, String other) {
            return one.equals(other)
                    || one.length() > 2
                            && Character.isLetter(one.charAt(0))
                            && (one.equals(other + "s") || other.equals(one + "s"));
        }

        boolean isUsed() {
            return last >= 0;
        }

        /** Whether a negation stands in the sentences of the words that the claim took. */
        boolean isDenied() {
            int from = first;
            while (!words.startsSentence(from)) {
                from--;
            }
            int to = last + 1;
            while (!words.startsSentence(to)) {
                to++;
            }
            return hasNegation(words, from, to);
        }

        Summary.Piece piece() {
            return new Summary.Piece(message.id(), new Span(words.start(first), words.end(last)));
        }
    }
}
