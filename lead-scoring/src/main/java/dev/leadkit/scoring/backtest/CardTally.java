package dev.leadkit.scoring.backtest;

import dev.leadkit.lead.Band;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.backtest.ClosedScores.Scored;
import java.util.ArrayList;
import java.util.List;

/** Adds up the scores that one card gives to rows with a known end. Not safe to share. */
final class CardTally {
    private static final int SCORES = 101;

    private final Scorecard card;
    private final QualityTally quality = new QualityTally();
    private final long[] rows = new long[SCORES];
    private final long[] won = new long[SCORES];

    CardTally(Scorecard card) {
        this.card = card;
    }

    void add(Scored score, boolean end) {
        rows[score.value()]++;
        won[score.value()] += end ? 1 : 0;
        quality.addProbability(score.probability(), end);
    }

    /** To be asked once, when all rows are in. */
    CardResult result() {
        for (int score = 0; score < SCORES; score++) {
            quality.addTie(rows[score], won[score]);
        }
        Quality judged = quality.quality();
        List<BandResult> bands = new ArrayList<>();
        List<Confusion> limits = new ArrayList<>();
        int above = SCORES;
        for (Band band : card.bands()) {
            bands.add(band(band, above, judged));
            if (band.from() > 0) {
                limits.add(limit(band, judged));
            }
            above = band.from();
        }
        return new CardResult(card.id(), judged, card.calibration().isPresent(), bands, limits);
    }

    private BandResult band(Band band, int above, Quality judged) {
        long its = sum(rows, band.from(), above);
        long good = sum(won, band.from(), above);
        return new BandResult(
                band.key(),
                band.from(),
                its,
                good,
                (double) its / judged.rows(),
                its == 0 ? null : Double.valueOf((double) good / its),
                (double) good / judged.positives());
    }

    private Confusion limit(Band band, Quality judged) {
        long followed = sum(rows, band.from(), SCORES);
        long good = sum(won, band.from(), SCORES);
        long passedWon = judged.positives() - good;
        return new Confusion(
                band.key(), band.from(), good, followed - good, passedWon, judged.rows() - followed - passedWon);
    }

    private static long sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int score = from; score < to; score++) {
            sum += counts[score];
        }
        return sum;
    }
}
