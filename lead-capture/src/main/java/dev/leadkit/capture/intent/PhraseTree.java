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

    /** A shorter word may be one of another language: "thèse" without its mark is "these". */
    private static final int LEAST_WITHOUT_MARKS = 6;

    private static final String AND = "\u05d5\u0648";

    /** Between the parts of one number. */
    private static final String JOINING = " -/()";

    private static final int MOST_PARTS = 6;
    private static final int LEAST_DIGITS = 7;

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

    static String[] stems(Words words) {
        String[] stems = new String[words.count()];
        for (int i = 0; i < stems.length; i++) {
            String word = words.folded(i);
            stems[i] = words.startsWithDigit(i) && isInLongNumber(words, i) ? word : stem(word);
        }
        return stems;
    }

    /** Whether it is a part of a telephone number or the like, and so counts nothing: "212" in "212-555-0101". */
    private static boolean isInLongNumber(Words words, int part) {
        int from = part;
        while (from > part - MOST_PARTS && isJoined(words, from)) {
            from--;
        }
        int digits = words.length(from);
        for (int i = from + 1; i < from + MOST_PARTS && isJoined(words, i); i++) {
            digits += words.length(i);
        }
        return digits >= LEAST_DIGITS;
    }

    private static boolean isJoined(Words words, int part) {
        return part > 0
                && part < words.count()
                && words.startsWithDigit(part)
                && words.startsWithDigit(part - 1)
                && JOINING.indexOf(words.gap(part)) >= 0;
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
