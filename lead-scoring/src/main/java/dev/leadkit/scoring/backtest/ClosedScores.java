package dev.leadkit.scoring.backtest;

import dev.leadkit.scoring.RowScore;
import dev.leadkit.scoring.RowScorer;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.history.ClosedRow;
import dev.leadkit.scoring.history.History;
import dev.leadkit.scoring.history.PastLead;

/** The scores of one card for closed rows: a lead of a store as of its instant, the row of a table by its values. */
final class ClosedScores {
    private final Scorecard card;
    private final RowScorer rows;

    /** @throws dev.leadkit.scoring.UnsuppliedInputsException if the card reads what the history does not have */
    ClosedScores(Scorecard card, History history) {
        this.card = card;
        rows = card.forColumns(history.headers());
    }

    /**
     * What a backtest looks at.
     *
     * @param value 0 to 100
     * @param band the key of its band
     * @param probability the card's, or a hundredth of the value for a card without a calibration
     */
    record Scored(int value, String band, double probability) {
        private static Scored of(RowScore score) {
            return new Scored(score.value(), score.band(), score.probability().orElse(score.value() / 100.0));
        }
    }

    Scored of(ClosedRow closed) {
        PastLead past = closed.past();
        return Scored.of(past == null ? rows.score(closed.row()) : card.scoreWithSum(past.lead(), past.asOf()));
    }
}
