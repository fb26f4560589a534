package dev.leadkit.scoring.backtest;

import dev.leadkit.lead.Band;
import dev.leadkit.scoring.RowScore;
import dev.leadkit.scoring.RowScorer;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores a history whose ends are known, and says how good the scores were. The rows are read as a stream; a few bytes a row
 * are kept.
 *
 * <p>A history that was learned from flatters the card: look at rows that it has not seen.
 */
public final class Backtest {
    private static final int CHANGES = 1000;

    private Backtest() {}

    /**
     * How a card would have done.
     *
     * @throws dev.leadkit.lead.InvalidInputException if the history has not both ends
     * @throws dev.leadkit.scoring.UnsuppliedInputsException if the card reads what the history does not have
     */
    public static CardResult of(Scorecard card, History history) {
        RowScorer scorer = card.forColumns(history.headers());
        var scores = new Scores();
        history.forEach(closed -> add(scores, scorer.score(closed.row()), closed.won()));
        return result(card, scores);
    }

    /**
     * How a second card would have done, beside the first, and which rows would change band; the first thousand of them are
     * listed.
     *
     * @throws dev.leadkit.lead.InvalidInputException if the history has not both ends
     * @throws dev.leadkit.scoring.UnsuppliedInputsException if a card reads what the history does not have
     */
    public static Comparison compare(Scorecard first, Scorecard second, History history) {
        RowScorer one = first.forColumns(history.headers());
        RowScorer other = second.forColumns(history.headers());
        var oneScores = new Scores();
        var otherScores = new Scores();
        Map<String, Integer> moves = new TreeMap<>();
        List<BandChange> changes = new ArrayList<>();
        history.forEach(closed -> {
            RowScore from = one.score(closed.row());
            RowScore to = other.score(closed.row());
            add(oneScores, from, closed.won());
            add(otherScores, to, closed.won());
            if (!from.band().equals(to.band())) {
                moves.merge(from.band() + " → " + to.band(), 1, Integer::sum);
                if (changes.size() < CHANGES) {
                    changes.add(new BandChange(
                            closed.id(), closed.won(), from.band(), to.band(), from.value(), to.value()));
                }
            }
        });
        int changed = moves.values().stream().mapToInt(Integer::intValue).sum();
        return new Comparison(result(first, oneScores), result(second, otherScores), changed, moves, changes);
    }

    private static void add(Scores scores, RowScore score, boolean won) {
        scores.add(score.value(), score.probability().orElse(score.value() / 100.0), won);
    }

    private static CardResult result(Scorecard card, Scores scores) {
        Quality quality = scores.quality();
        List<BandResult> bands = new ArrayList<>();
        List<Confusion> limits = new ArrayList<>();
        int above = 101;
        for (Band band : card.bands()) {
            bands.add(band(band, above, scores, quality));
            if (band.from() > 0) {
                limits.add(limit(band, scores, quality));
            }
            above = band.from();
        }
        return new CardResult(card.id(), quality, card.calibration().isPresent(), bands, limits);
    }

    private static BandResult band(Band band, int above, Scores scores, Quality quality) {
        int rows = 0;
        int won = 0;
        for (int row = 0; row < scores.size(); row++) {
            if (scores.value(row) >= band.from() && scores.value(row) < above) {
                rows++;
                won += scores.won(row) ? 1 : 0;
            }
        }
        return new BandResult(
                band.key(),
                band.from(),
                rows,
                won,
                (double) rows / quality.rows(),
                rows == 0 ? null : Double.valueOf((double) won / rows),
                (double) won / quality.positives());
    }

    private static Confusion limit(Band band, Scores scores, Quality quality) {
        int followed = 0;
        int won = 0;
        for (int row = 0; row < scores.size(); row++) {
            if (scores.value(row) >= band.from()) {
                followed++;
                won += scores.won(row) ? 1 : 0;
            }
        }
        int lost = followed - won;
        int passedWon = quality.positives() - won;
        return new Confusion(band.key(), band.from(), won, lost, passedWon, quality.rows() - followed - passedWon);
    }
}
