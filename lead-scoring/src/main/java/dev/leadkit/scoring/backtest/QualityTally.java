package dev.leadkit.scoring.backtest;

import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Adds up what {@link Quality} is made of, so that no row has to be kept. Not safe to share. */
final class QualityTally {
    private static final double LEAST = 1e-6;
    private static final int PARTS = 10;

    private final double[] expected = new double[PARTS];
    private final double[] happened = new double[PARTS];
    private double brier;
    private double logLoss;
    private final List<long[]> ties = new ArrayList<>(); // rows and good ends, from the lowest rank on
    private long rows;
    private long positives;

    void addProbability(double probability, boolean won) {
        double end = won ? 1 : 0;
        brier += (probability - end) * (probability - end);
        double sure = Math.max(LEAST, Math.min(1 - LEAST, probability));
        logLoss -= StrictMath.log(won ? sure : 1 - sure);
        int part = Math.min(PARTS - 1, (int) (probability * PARTS));
        expected[part] += probability;
        happened[part] += end;
    }

    /** Adds rows of one rank, above all that were added before. */
    void addTie(long itsRows, long good) {
        if (itsRows > 0) {
            ties.add(new long[] {itsRows, good});
            rows += itsRows;
            positives += good;
        }
    }

    double auc() {
        double right = 0;
        double bad = 0;
        for (long[] tie : ties) {
            double tiedBad = tie[0] - tie[1];
            right += tie[1] * (bad + tiedBad / 2);
            bad += tiedBad;
        }
        return right / (bad * positives);
    }

    Quality quality() {
        if (positives == 0 || positives == rows) {
            throw new InvalidInputException(
                    "history", "rows of both ends", "%d rows, %d of them with a good end".formatted(rows, positives));
        }
        double base = (double) positives / rows;
        double distance = 0;
        for (int part = 0; part < PARTS; part++) {
            distance += Math.abs(expected[part] - happened[part]);
        }
        return new Quality(
                rows,
                positives,
                auc(),
                brier / rows,
                logLoss / rows,
                base * (1 - base),
                -(base * StrictMath.log(base) + (1 - base) * StrictMath.log(1 - base)),
                distance / rows,
                deciles(base));
    }

    private List<Quality.Decile> deciles(double base) {
        List<Quality.Decile> deciles = new ArrayList<>();
        double before = 0;
        for (int part = 0; part < PARTS; part++) {
            long from = rows * part / PARTS;
            long to = rows * (part + 1) / PARTS;
            double captured = captured(to);
            double rate = to == from ? base : (captured - before) / (to - from);
            deciles.add(new Quality.Decile(rate, rate / base, captured / positives));
            before = captured;
        }
        return deciles;
    }

    /** How many good ends the best rows hold; a tie is taken as if each of its rows held the same part. */
    private double captured(long best) {
        double captured = 0;
        long taken = 0;
        for (int tie = ties.size() - 1; tie >= 0 && taken < best; tie--) {
            long its = Math.min(ties.get(tie)[0], best - taken);
            captured += (double) ties.get(tie)[1] * its / ties.get(tie)[0];
            taken += its;
        }
        return captured;
    }
}
