package dev.leadkit.scoring.backtest;

import dev.leadkit.lead.InvalidInputException;
import java.util.Arrays;
import java.util.List;

/**
 * How good scores were, once the ends are known. Immutable.
 *
 * @param rows how many there were
 * @param positives how many of them ended well
 * @param auc the share of pairs of a good and a bad end that are ranked rightly, ties counting half; 0.5 is chance
 * @param brier the mean squared distance of the probabilities from the ends; 0 is best
 * @param logLoss the mean surprise at the ends, in nats; 0 is best
 * @param baseBrier what the base rate alone would have for it
 * @param baseLogLoss likewise
 * @param ece the mean distance between probability and rate over ten equally wide ranges of probability, 0.0 to 1.0
 * @param deciles tenths of the rows, the best first; rows with the same score share their ends evenly
 */
public record Quality(
        long rows,
        long positives,
        double auc,
        double brier,
        double logLoss,
        double baseBrier,
        double baseLogLoss,
        double ece,
        List<Decile> deciles) {
    /**
     * A tenth of the rows.
     *
     * @param lift how many times the base rate
     * @param captured the share of all good ends that are in this and the better tenths
     */
    public record Decile(double rate, double lift, double captured) {}

    public Quality {
        deciles = List.copyOf(deciles);
    }

    /**
     * Judges scores.
     *
     * @param ranking greater is better; any scale
     * @param probabilities 0.0 to 1.0
     * @throws InvalidInputException if there are not both ends
     */
    public static Quality of(boolean[] won, double[] ranking, double[] probabilities) {
        var tally = new QualityTally();
        for (int row = 0; row < won.length; row++) {
            tally.addProbability(probabilities[row], won[row]);
        }
        rank(won, ranking, tally);
        return tally.quality();
    }

    /** The share of pairs of a good and a bad end that a ranking has right, ties counting half; NaN without both ends. */
    public static double auc(boolean[] won, double[] ranking) {
        var tally = new QualityTally();
        rank(won, ranking, tally);
        return tally.auc();
    }

    private static void rank(boolean[] won, double[] ranking, QualityTally tally) {
        Integer[] order = new Integer[ranking.length];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, (a, b) -> Double.compare(ranking[a], ranking[b]));
        for (int from = 0; from < order.length; ) {
            int to = from;
            int good = 0;
            while (to < order.length && Double.compare(ranking[order[to]], ranking[order[from]]) == 0) {
                good += won[order[to]] ? 1 : 0;
                to++;
            }
            tally.addTie(to - from, good);
            from = to;
        }
    }
}
