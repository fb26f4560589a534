package dev.leadkit.capture.intent;

import dev.leadkit.capture.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Phrases by their words, for the longest match at a place. Filled while a model is built, read only afterwards. */
final class PhraseTree {
    static final int MAX_WORDS = 4;

    /** Before the phrase of a cue: it stands where a sentence begins. */
    static final String OPENS = "^";

    /** Behind the phrase of a cue: it stands where a question ends. */
    static final String ASKS = "?";

    /** A shorter word may be one of another language: "thèse" without its mark is "these". */
    private static final int LEAST_WITHOUT_MARKS = 6;

    private static final String AND = "\u05d5\u0648";

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
        return add(term.phrase(), term);
    }

    /**
     * Adds a term as those write it who leave the marks of letters out: "una cotizacion", "gui bao gia". Of a single short word too
     * many others are left then, and a term that is there already stays.
     */
    void addWithoutMarks(Term term) {
        String plain = LetterMarks.without(term.phrase());
        if (!plain.equals(term.phrase()) && (plain.length() >= LEAST_WITHOUT_MARKS || plain.indexOf(' ') > 0)) {
            add(plain, term);
        }
    }

    private boolean add(String phrase, Term term) {
        Node node = marked && phrase.startsWith(OPENS) ? root.with(OPENS) : root;
        for (String stem : Stems.of(Words.of(phrase))) {
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
        Node node = first(stems[at]);
        Match best = null;
        for (int length = 1; node != null; length++) {
            if (node.term != null) {
                best = new Match(node.term, length);
            }
            node = after(node, stems, words, at + length);
        }
        return best;
    }

    /** In Hebrew and Arabic "and" is written onto the word behind it, and is no part of a phrase. */
    private @Nullable Node first(String stem) {
        Node node = root.next.get(stem);
        boolean joined = node == null && AND.indexOf(stem.charAt(0)) >= 0;
        return joined ? root.next.get(stem.substring(1)) : node;
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
}
