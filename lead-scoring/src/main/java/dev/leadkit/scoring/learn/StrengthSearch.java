package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses by cross-validation how many times as strong as the evidence says the regularisation is to be. Twice is what did best
 * on many tables, short ones above all; another must do better beyond chance.
 */
final class StrengthSearch {
    private static final double USUAL = 2;
    private static final double[] WEAKER = {1, 0.5};
    private static final double[] STRONGER = {4, 8, 16, 32};

    private final AdditiveFit main;
    private final boolean[] won;
    private final Folds folds;
    private final List<StrengthTried> tried = new ArrayList<>();
    private Candidate best;

    private record Candidate(double factor, AdditiveFit[] fits, double[] losses) {}

    /** @param main the model of all rows, whose strengths are taken */
    StrengthSearch(AdditiveFit main, boolean[] won, Folds folds) {
        this.main = main;
        this.won = won;
        this.folds = folds;
        best = fit(USUAL);
        walk(WEAKER);
        if (best.factor() == USUAL) {
            walk(STRONGER);
        }
    }

    private void walk(double[] factors) {
        for (double factor : factors) {
            Candidate candidate = fit(factor);
            double[] gains = Losses.gains(best.losses(), candidate.losses());
            if (Losses.mean(gains) <= Losses.standardError(gains)) {
                return;
            }
            best = candidate;
        }
    }

    private Candidate fit(double factor) {
        var fits = new AdditiveFit[folds.count()];
        var sums = new double[won.length];
        for (int fold = 0; fold < fits.length; fold++) {
            fits[fold] = main.refit(new AdditiveFit.Rows(folds.without(fold), won, null), factor);
            fits[fold].addSums(folds.only(fold), sums);
        }
        double[] losses = Losses.of(won, sums);
        tried.add(new StrengthTried(factor, Losses.mean(losses)));
        return new Candidate(factor, fits, losses);
    }

    double factor() {
        return best.factor();
    }

    /** The models of the folds, each of which has not seen its own. */
    AdditiveFit[] fits() {
        return best.fits();
    }

    List<StrengthTried> tried() {
        return tried;
    }
}
