package dev.leadkit.scoring.backtest;

import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
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
        int rows,
        int positives,
        double auc,
        double brier,
        double logLoss,
        double baseBrier,
        double baseLogLoss,
        double ece,
        List<Decile> deciles) {
    private static final double LEAST = 1e-6;
    private static final int PARTS = 10;

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
        int positives = 0;
        for (boolean its : won) {
            positives += its ? 1 : 0;
        }
        if (positives == 0 || positives == won.length) {
            throw new InvalidInputException(
                    "history",
                    "rows of both ends",
                    "%d rows, %d of them with a good end".formatted(won.length, positives));
        }
        double base = (double) positives / won.length;
        double brier = 0;
        double logLoss = 0;
        for (int row = 0; row < won.length; row++) {
            double probability = probabilities[row];
            double end = won[row] ? 1 : 0;
            brier += (probability - end) * (probability - end);
            double sure = Math.max(LEAST, Math.min(1 - LEAST, probability));
            logLoss -= StrictMath.log(won[row] ? sure : 1 - sure);
        }
        double baseLogLoss = -(base * StrictMath.log(base) + (1 - base) * StrictMath.log(1 - base));
        int[] order = order(ranking);
        return new Quality(
                won.length,
                positives,
                auc(won, ranking, order),
                brier / won.length,
                logLoss / won.length,
                base * (1 - base),
                baseLogLoss,
                ece(won, probabilities),
                deciles(won, ranking, order, base));
    }

    /** The share of pairs of a good and a bad end that a ranking has right, ties counting half; NaN without both ends. */
    public static double auc(boolean[] won, double[] ranking) {
        return auc(won, ranking, order(ranking));
    }

    /** The rows from the lowest on. */
    private static int[] order(double[] ranking) {
        // Sorting keys that carry their row is far quicker than sorting boxed rows.
        Integer[] boxed = new Integer[ranking.length];
        Arrays.setAll(boxed, row -> row);
        Arrays.sort(boxed, (a, b) -> Double.compare(ranking[a], ranking[b]));
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }

    private static double auc(boolean[] won, double[] ranking, int[] order) {
        double right = 0;
        double bad = 0;
        double good = 0;
        for (int from = 0; from < order.length; ) {
            int to = endOfTie(ranking, order, from);
            double tiedGood = 0;
            for (int i = from; i < to; i++) {
                tiedGood += won[order[i]] ? 1 : 0;
            }
            double tiedBad = to - from - tiedGood;
            right += tiedGood * (bad + tiedBad / 2);
            bad += tiedBad;
            good += tiedGood;
            from = to;
        }
        return right / (bad * good);
    }

    private static int endOfTie(double[] ranking, int[] order, int from) {
        int to = from + 1;
        while (to < order.length && Double.compare(ranking[order[to]], ranking[order[from]]) == 0) {
            to++;
        }
        return to;
    }

    private static double ece(boolean[] won, double[] probabilities) {
        var expected = new double[PARTS];
        var happened = new double[PARTS];
        for (int row = 0; row < won.length; row++) {
            int part = Math.min(PARTS - 1, (int) (probabilities[row] * PARTS));
            expected[part] += probabilities[row];
            happened[part] += won[row] ? 1 : 0;
        }
        double distance = 0;
        for (int part = 0; part < PARTS; part++) {
            distance += Math.abs(expected[part] - happened[part]);
        }
        return distance / won.length;
    }

    private static List<Decile> deciles(boolean[] won, double[] ranking, int[] order, double base) {
        // captured[i] is how many good ends the best i rows hold; a tie is taken as if each of its rows held the same
        // part
        var captured = new double[order.length + 1];
        for (int to = order.length; to > 0; ) {
            int from = to - 1;
            while (from > 0 && Double.compare(ranking[order[from - 1]], ranking[order[to - 1]]) == 0) {
                from--;
            }
            double good = 0;
            for (int i = from; i < to; i++) {
                good += won[order[i]] ? 1 : 0;
            }
            int before = order.length - to;
            for (int i = 1; i <= to - from; i++) {
                captured[before + i] = captured[before] + good * i / (to - from);
            }
            to = from;
        }
        List<Decile> deciles = new ArrayList<>();
        double all = captured[order.length];
        for (int part = 0; part < PARTS; part++) {
            int from = (int) ((long) order.length * part / PARTS);
            int to = (int) ((long) order.length * (part + 1) / PARTS);
            double rate = to == from ? base : (captured[to] - captured[from]) / (to - from);
            deciles.add(new Decile(rate, rate / base, captured[to] / all));
        }
        return deciles;
    }
}
