package dev.leadkit.capture.intent;

import dev.leadkit.capture.text.Words;
import dev.leadkit.definition.json.DefinitionReader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An additive model: a bias and the weights of the words and phrases in a message, through the logistic function.
 *
 * <p>At each word the longest phrase counts, once a message however often it comes. A term that speaks for a label and
 * stands at most three words after a negation in the same sentence ("don't want to buy") speaks against it with half
 * its weight, unless it stands without one elsewhere in the message. Cues, which training adds, count wherever they stand, or only where a sentence begins or a question ends.
 * Plural and singular are one, a term may be written without the marks of its letters, and what stands in a long number or an address
 * counts nothing. A phrase of a script that writes no blanks counts within longer words too. Immutable and safe to
 * share; a definition in JSON makes one, see {@link #parse}.
 */
public final class IntentModel implements IntentDetector {
    private static final int NEGATION_REACH = 3;

    private final String name;
    private final int version;
    private final double purchaseBias;
    private final double qualifiedBias;
    private final List<Term> terms;
    private final List<Term> cues;
    private final PhraseTree phrases = PhraseTree.ofTerms();
    private final PhraseTree everywhere = PhraseTree.ofCues();
    private final UnspacedPhrases unspaced;
    private final Set<String> negations;

    IntentModel(
            String name,
            int version,
            double purchaseBias,
            double qualifiedBias,
            List<Term> terms,
            List<Term> cues,
            Set<String> negations) {
        this.name = name;
        this.version = version;
        this.purchaseBias = purchaseBias;
        this.qualifiedBias = qualifiedBias;
        this.terms = List.copyOf(terms);
        this.cues = List.copyOf(cues);
        this.negations = Collections.unmodifiableSet(new TreeSet<>(negations)); // so that it is written in one order
        addAll(phrases, this.terms);
        this.terms.forEach(phrases::addWithoutMarks);
        addAll(everywhere, this.cues);
        unspaced = new UnspacedPhrases(this.terms);
    }

    private static void addAll(PhraseTree tree, List<Term> terms) {
        for (Term term : terms) {
            if (!tree.add(term)) {
                throw new IllegalArgumentException("the phrase \"%s\" stands twice".formatted(term.phrase()));
            }
        }
    }

    /**
     * The lexical model in the jar, written by hand for any trade: English, and words of buying, asking and refusing in some twenty
     * other languages.
     */
    public static IntentModel lexical() {
        return Lexical.MODEL;
    }

    /**
     * The model that capture uses unless told otherwise: the lexical one with cues that {@link IntentTrainer} learned
     * from public conversations and from texts written for this project. Only words and weights are in it.
     */
    public static IntentModel trained() {
        return Trained.MODEL;
    }

    /** Read once, when it is first asked for. */
    private static final class Lexical {
        static final IntentModel MODEL = shipped("lexical.json");
    }

    /** Likewise. */
    private static final class Trained {
        static final IntentModel MODEL = shipped("trained.json");
    }

    private static IntentModel shipped(String resource) {
        return parse(DefinitionReader.resource(IntentModel.class.getResourceAsStream(resource)));
    }

    /**
     * Reads a definition of kind {@code intent-model}.
     *
     * @throws dev.leadkit.definition.InvalidDefinitionException with all problems if it is not a valid one
     */
    public static IntentModel parse(String json) {
        return IntentModelJson.parse(json);
    }

    /**
     * Reads a definition from a file.
     *
     * @throws dev.leadkit.definition.InvalidDefinitionException with all problems if it can't be read or is not valid
     */
    public static IntentModel read(Path path) {
        return parse(DefinitionReader.file(path));
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    /** Phrases of which the longest counts, and which a negation turns around. */
    public List<Term> terms() {
        return terms;
    }

    /** Phrases that count wherever they stand, beside the terms and beside one another. */
    public List<Term> cues() {
        return cues;
    }

    /** Words that turn a term shortly after them around; sorted. */
    Set<String> negations() {
        return negations;
    }

    /** The log-odds of a purchase in a message in which nothing is found. */
    public double purchaseBias() {
        return purchaseBias;
    }

    /** The log-odds of a qualified inquiry in a message in which nothing is found. */
    public double qualifiedBias() {
        return qualifiedBias;
    }

    /** The model as its JSON document; {@link #parse} makes a model of it that reads alike. */
    public String toJson() {
        return IntentModelJson.write(this);
    }

    @Override
    public IntentReading read(String text) {
        Words words = Words.of(text);
        String[] stems = Stems.of(words);
        var tally = new IntentTally(purchaseBias, qualifiedBias);
        addTerms(words, stems, tally);
        unspaced.addTo(tally, text);
        if (!cues.isEmpty()) {
            for (int i = 0; i < stems.length; i++) {
                int at = i;
                everywhere.each(stems, words, i, match -> tally.add(match, false, words, at));
            }
        }
        return tally.reading();
    }

    private void addTerms(Words words, String[] stems, IntentTally tally) {
        int negatedUntil = 0;
        for (int i = 0; i < stems.length; ) {
            if (words.startsSentence(i)) {
                negatedUntil = i;
            }
            PhraseTree.Match match = phrases.longest(stems, words, i);
            if (match == null || isBetterInside(stems, words, i, match)) {
                if (isNegation(words, i)) {
                    negatedUntil = i + 1 + NEGATION_REACH;
                }
                i++;
                continue;
            }
            tally.add(match, i < negatedUntil, words, i);
            i += match.words();
        }
    }

    /** "we want to buy": the longer phrase that begins inside a shorter one counts, the shorter one does not. */
    private boolean isBetterInside(String[] stems, Words words, int at, PhraseTree.Match match) {
        for (int i = at + 1; i < at + match.words(); i++) {
            PhraseTree.Match inside = phrases.longest(stems, words, i);
            if (inside != null && inside.words() > match.words()) {
                return true;
            }
        }
        return false;
    }

    private boolean isNegation(Words words, int i) {
        return negations.contains(words.folded(i));
    }
}
