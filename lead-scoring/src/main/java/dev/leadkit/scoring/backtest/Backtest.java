package dev.leadkit.scoring.backtest;

import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.backtest.ClosedScores.Scored;
import dev.leadkit.scoring.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores a history whose ends are known, and says how good the scores were. The rows are read as a stream, and
 * none is kept. A lead of a store gets the score that it would have had at its instant, with the days of its messages and
 * what time had left; the row of a table has no time, so nothing decays there and all that is counted is of one day.
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
        var scores = new ClosedScores(card, history);
        var tally = new CardTally(card);
        history.forEach(closed -> tally.add(scores.of(closed), closed.won()));
        return tally.result();
    }

    /**
     * How a second card would have done, beside the first, and which rows would change band; the first thousand of them are
     * listed.
     *
     * @throws dev.leadkit.lead.InvalidInputException if the history has not both ends
     * @throws dev.leadkit.scoring.UnsuppliedInputsException if a card reads what the history does not have
     */
    public static Comparison compare(Scorecard first, Scorecard second, History history) {
        var one = new ClosedScores(first, history);
        var other = new ClosedScores(second, history);
        var oneTally = new CardTally(first);
        var otherTally = new CardTally(second);
        Map<String, Long> moves = new TreeMap<>();
        List<BandChange> changes = new ArrayList<>();
        history.forEach(closed -> {
            Scored from = one.of(closed);
            Scored to = other.of(closed);
            oneTally.add(from, closed.won());
            otherTally.add(to, closed.won());
            if (!from.band().equals(to.band())) {
                moves.merge(from.band() + " → " + to.band(), 1L, Long::sum);
                if (changes.size() < CHANGES) {
                    changes.add(new BandChange(
                            closed.id(), closed.won(), from.band(), to.band(), from.value(), to.value()));
                }
            }
        });
        long changed = moves.values().stream().mapToLong(Long::longValue).sum();
        return new Comparison(oneTally.result(), otherTally.result(), changed, moves, changes);
    }
}
