package dev.leadkit.capture.intent;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Adds up what the phrases of one message say. Not safe to share. */
final class IntentTally {
    private static final double NEGATED = -0.5;

    private final Set<Term> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<IntentEvidence> evidence = new ArrayList<>(4);
    private double purchase;
    private double qualified;

    IntentTally(double purchaseBias, double qualifiedBias) {
        purchase = purchaseBias;
        qualified = qualifiedBias;
    }

    /** Counts a phrase, once however often it comes. */
    void add(PhraseTree.Match match, boolean afterNegation, Words words, int at) {
        add(match.term(), afterNegation, new Span(words.start(at), words.end(at + match.words() - 1)));
    }

    /** Likewise, by where it stands in the text. */
    void add(Term term, boolean afterNegation, Span span) {
        if (!counted.add(term)) {
            return;
        }
        boolean negated = afterNegation && (term.purchase() > 0 || term.qualified() > 0);
        double toPurchase = weight(term.purchase(), negated);
        double toQualified = weight(term.qualified(), negated);
        purchase += toPurchase;
        qualified += toQualified;
        double weight = Math.abs(toPurchase) >= Math.abs(toQualified) ? toPurchase : toQualified;
        evidence.add(new IntentEvidence(negated ? "not … " + term.phrase() : term.phrase(), span, weight));
    }

    private static double weight(double weight, boolean negated) {
        return negated && weight > 0 ? weight * NEGATED : weight;
    }

    IntentReading reading() {
        evidence.sort(Comparator.comparingInt(each -> each.span().start()));
        return new IntentReading(probability(purchase), probability(qualified), evidence);
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
