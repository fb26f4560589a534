package dev.leadkit.scoring.learn;

/** Between log-odds and probabilities, the same on every machine. */
final class Logistic {
    private static final double LEAST = 1e-6;

    private Logistic() {}

    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    static double logOdds(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    /** The surprise at an outcome, in nats. */
    static double loss(boolean won, double logOdds) {
        double probability = Math.max(LEAST, Math.min(1 - LEAST, probability(logOdds)));
        return -StrictMath.log(won ? probability : 1 - probability);
    }
}
