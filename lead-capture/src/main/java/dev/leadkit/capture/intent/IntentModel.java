package dev.leadkit.capture.intent;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import dev.leadkit.definition.json.DefinitionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An additive model: a bias and the weights of the words and phrases in a message, through the logistic function.
 *
 * <p>At each word the longest phrase counts, once a message however often it comes. A term that speaks for a label and
 * stands at most three words after a negation in the same sentence ("don't want to buy") speaks against it with half
 * its weight. Plural and singular are one. Immutable and safe to share; a definition in JSON makes one, see
 * {@link #parse}.
 */
public final class IntentModel implements IntentDetector {
    private static final int NEGATION_REACH = 3;
    private static final double NEGATED = -0.5;

    private final String name;
    private final int version;
    private final double purchaseBias;
    private final double qualifiedBias;
    private final List<Term> terms;
    private final PhraseTree phrases = new PhraseTree();
    private final Set<String> negations;

    IntentModel(
            String name,
            int version,
            double purchaseBias,
            double qualifiedBias,
            List<Term> terms,
            Set<String> negations) {
        this.name = name;
        this.version = version;
        this.purchaseBias = purchaseBias;
        this.qualifiedBias = qualifiedBias;
        this.terms = List.copyOf(terms);
        this.negations = Set.copyOf(negations);
        for (Term term : this.terms) {
            if (!phrases.add(term)) {
                throw new IllegalArgumentException("the phrase \"%s\" stands twice".formatted(term.phrase()));
            }
        }
    }

    /** The lexical model in the jar: English, with a few words of other languages, written by hand for any trade. */
    public static IntentModel lexical() {
        return parse(DefinitionReader.resource(IntentModel.class.getResourceAsStream("lexical.json")));
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

    public List<Term> terms() {
        return terms;
    }

    @Override
    public IntentReading read(String text) {
        Words words = Words.of(text);
        String[] stems = new String[words.count()];
        for (int i = 0; i < stems.length; i++) {
            stems[i] = PhraseTree.stem(words.folded(i));
        }
        double purchase = purchaseBias;
        double qualified = qualifiedBias;
        List<IntentEvidence> evidence = new ArrayList<>(4);
        Set<Term> counted = new HashSet<>();
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
            Term term = match.term();
            if (counted.add(term)) {
                boolean negated = i < negatedUntil && (term.purchase() > 0 || term.qualified() > 0);
                double toPurchase = weight(term.purchase(), negated);
                double toQualified = weight(term.qualified(), negated);
                purchase += toPurchase;
                qualified += toQualified;
                Span span = new Span(words.start(i), words.end(i + match.words() - 1));
                double weight = Math.abs(toPurchase) >= Math.abs(toQualified) ? toPurchase : toQualified;
                evidence.add(new IntentEvidence(negated ? "not … " + term.phrase() : term.phrase(), span, weight));
            }
            i += match.words();
        }
        return new IntentReading(probability(purchase), probability(qualified), evidence);
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

    private static double weight(double weight, boolean negated) {
        return negated && weight > 0 ? weight * NEGATED : weight;
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
