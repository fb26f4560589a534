package dev.leadkit.capture.intent;

import dev.leadkit.capture.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Phrases by their words, for the longest match at a place. Filled while a model is built, read only afterwards. */
final class PhraseTree {
    static final int MAX_WORDS = 4;

    /** The stem of any number; no word has it. */
    static final String NUMBER = "#";

    private static final Set<String> NUMBERS = Set.of(
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "couple");

    private final Node root = new Node();

    /** The phrases below one sequence of words. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private @Nullable Term term;
    }

    /** A term and the number of words it covers. */
    record Match(Term term, int words) {}

    /** @return false if there was a term of the same words already */
    boolean add(Term term) {
        Words words = Words.of(term.phrase());
        Node node = root;
        for (int i = 0; i < words.count(); i++) {
            node = node.next.computeIfAbsent(stem(words.folded(i)), word -> new Node());
        }
        if (node.term != null) {
            return false;
        }
        node.term = term;
        return true;
    }

    /** The longest phrase at a word; no phrase crosses the end of a sentence. */
    @Nullable
    Match longest(String[] stems, Words words, int at) {
        Node node = root.next.get(stems[at]);
        Match best = null;
        for (int length = 1; node != null; length++) {
            if (node.term != null) {
                best = new Match(node.term, length);
            }
            node = after(node, stems, words, at + length);
        }
        return best;
    }

    /** Every phrase that begins at a word, the shortest first. */
    void each(String[] stems, Words words, int at, Consumer<Match> take) {
        Node node = root.next.get(stems[at]);
        for (int length = 1; node != null; length++) {
            if (node.term != null) {
                take.accept(new Match(node.term, length));
            }
            node = after(node, stems, words, at + length);
        }
    }

    /** Where the next word leads; absent where no phrase goes on, or a sentence begins. */
    private static @Nullable Node after(Node node, String[] stems, Words words, int next) {
        return next >= stems.length || words.startsSentence(next) ? null : node.next.get(stems[next]);
    }

    static String[] stems(Words words) {
        String[] stems = new String[words.count()];
        for (int i = 0; i < stems.length; i++) {
            stems[i] = stem(words.folded(i));
        }
        return stems;
    }

    /**
     * Takes the plural's s off, so that "ticket" and "tickets" are one term; every number, in digits or words, is one.
     */
    static String stem(String word) {
        int length = word.length();
        if (NUMBERS.contains(word) || length < 5 && Character.isDigit(word.charAt(0))) {
            return NUMBER;
        }
        if (length > 3 && word.charAt(length - 1) == 's') {
            char before = word.charAt(length - 2);
            if (before != 's' && before != 'u' && before != 'i' && before != '\'') {
                return word.substring(0, length - 1);
            }
        }
        return word;
    }
}
