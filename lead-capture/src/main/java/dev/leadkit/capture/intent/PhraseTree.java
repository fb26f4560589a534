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

    /** Before the phrase of a cue: it stands where a sentence begins. */
    static final String OPENS = "^";

    /** Behind the phrase of a cue: it stands where a question ends. */
    static final String ASKS = "?";

    private static final Set<String> NUMBERS = Set.of(
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "couple");

    private final Node root = new Node();
    private final boolean marked;

    private PhraseTree(boolean marked) {
        this.marked = marked;
    }

    static PhraseTree ofTerms() {
        return new PhraseTree(false);
    }

    /** Of phrases that may have {@link #OPENS} before them and {@link #ASKS} behind. */
    static PhraseTree ofCues() {
        return new PhraseTree(true);
    }

    /** The phrases below one sequence of words. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private @Nullable Term term;

        Node with(String stem) {
            return next.computeIfAbsent(stem, first -> new Node());
        }
    }

    /** A term and the number of words it covers. */
    record Match(Term term, int words) {}

    /** @return false if there was a term of the same words already */
    boolean add(Term term) {
        String phrase = term.phrase();
        Node node = marked && phrase.startsWith(OPENS) ? root.with(OPENS) : root;
        for (String stem : stems(Words.of(phrase))) {
            node = node.with(stem);
        }
        if (marked && phrase.endsWith(ASKS)) {
            node = node.with(ASKS);
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

    /** Every phrase that begins at a word, the shortest first; those that open a sentence last. */
    void each(String[] stems, Words words, int at, Consumer<Match> take) {
        each(root, stems, words, at, take);
        Node opened = words.startsSentence(at) ? root.next.get(OPENS) : null;
        if (opened != null) {
            each(opened, stems, words, at, take);
        }
    }

    private static void each(Node from, String[] stems, Words words, int at, Consumer<Match> take) {
        Node node = from.next.get(stems[at]);
        for (int length = 1; node != null; length++) {
            if (node.term != null) {
                take.accept(new Match(node.term, length));
            }
            Node asked = words.startsSentence(at + length) ? node.next.get(ASKS) : null;
            if (asked != null && asked.term != null && words.asks(at + length - 1)) {
                take.accept(new Match(asked.term, length));
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
