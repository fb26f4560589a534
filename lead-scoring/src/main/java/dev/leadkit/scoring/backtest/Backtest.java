package dev.leadkit.scoring.backtest;

import dev.leadkit.scoring.RowScore;
import dev.leadkit.scoring.RowScorer;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores a history whose ends are known, and says how good the scores were. The rows are read as a stream, and
 * none is kept.
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
        var tally = new CardTally(card);
        history.forEach(closed -> tally.add(scorer.score(closed.row()), closed.won()));
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
        RowScorer one = first.forColumns(history.headers());
        RowScorer other = second.forColumns(history.headers());
        var oneTally = new CardTally(first);
        var otherTally = new CardTally(second);
        Map<String, Long> moves = new TreeMap<>();
        List<BandChange> changes = new ArrayList<>();
        history.forEach(closed -> {
            RowScore from = one.score(closed.row());
            RowScore to = other.score(closed.row());
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
