package dev.leadkit.store;

import dev.leadkit.lead.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A board: the leads that pass a filter, by stage.
 *
 * @param filter in the pipeline that new leads enter where it names none; stages in it hide the other columns' cards
 * @param cards how many cards of each column to give, 0 to {@value PageRequest#MAX_LIMIT}; 0 for counts and sums alone
 * @param stale by which the stale leads of each column are counted; absent when they need not be. The desk, which knows the
 *     pipeline, always has them counted
 */
public record BoardQuery(
        LeadFilter filter, int cards, @Nullable Staleness stale) {
    /** @throws InvalidInputException if the number of cards is out of range */
    public BoardQuery {
        if (cards < 0 || cards > PageRequest.MAX_LIMIT) {
            throw new InvalidInputException("cards", "0 to " + PageRequest.MAX_LIMIT, Integer.toString(cards));
        }
    }

    /** All leads, fifty cards a column. */
    public static BoardQuery all() {
        return of(LeadFilter.all());
    }

    public static BoardQuery of(LeadFilter filter) {
        return new BoardQuery(filter, 50, null);
    }

    public BoardQuery cards(int most) {
        return new BoardQuery(filter, most, stale);
    }

    public BoardQuery filter(LeadFilter newFilter) {
        return new BoardQuery(newFilter, cards, stale);
    }

    /** Counts the stale leads of each column as well. */
    public BoardQuery countingStale(Staleness by) {
        return new BoardQuery(filter, cards, by);
    }
}
