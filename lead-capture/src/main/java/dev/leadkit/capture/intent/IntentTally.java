package dev.leadkit.capture.intent;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what the phrases of one message say. Not safe to share. */
final class IntentTally {
    private static final double NEGATED = -0.5;

    private final double purchaseBias;
    private final double qualifiedBias;
    private final List<Counted> counted = new ArrayList<>(4);
    private final Map<Term, Integer> places = new IdentityHashMap<>();

    /** What one phrase adds. */
    private record Counted(IntentEvidence evidence, boolean denied) {}

    IntentTally(double purchaseBias, double qualifiedBias) {
        this.purchaseBias = purchaseBias;
        this.qualifiedBias = qualifiedBias;
    }

    /** Counts a phrase, once however often it comes; as it comes without a negation, if it ever does. */
    void add(PhraseTree.Match match, boolean afterNegation, Words words, int at) {
        add(match.term(), afterNegation, new Span(words.start(at), words.end(at + match.words() - 1)));
    }

    /** Likewise, by where it stands in the text. */
    void add(Term term, boolean afterNegation, Span span) {
        boolean denied = afterNegation && (term.purchase() > 0 || term.qualified() > 0);
        Integer place = places.putIfAbsent(term, counted.size());
        if (place == null) {
            counted.add(counted(term, denied, span));
        } else if (!denied && counted.get(place).denied()) {
            counted.set(place, counted(term, false, span));
        }
    }

    private static Counted counted(Term term, boolean denied, Span span) {
        return new Counted(
                new IntentEvidence(
                        denied ? "not … " + term.phrase() : term.phrase(),
                        span,
                        weight(term.purchase(), denied),
                        weight(term.qualified(), denied)),
                denied);
    }

    private static double weight(double weight, boolean denied) {
        return denied && weight > 0 ? weight * NEGATED : weight;
    }

    IntentReading reading() {
        double purchase = purchaseBias;
        double qualified = qualifiedBias;
        for (Counted each : counted) {
            purchase += each.evidence().purchase();
            qualified += each.evidence().qualified();
        }
        List<IntentEvidence> evidence = counted.stream()
                .map(Counted::evidence)
                .sorted(Comparator.comparingInt(each -> each.span().start()))
                .toList();
        return new IntentReading(probability(purchase), probability(qualified), evidence);
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
