package dev.leadkit.store;

import dev.leadkit.lead.InvalidInputException;

/**
 * A board: the leads that pass a filter, by stage.
 *
 * @param filter in the pipeline that new leads enter where it names none; stages in it hide the other columns' cards
 * @param cards how many cards of each column to give, 0 to {@value PageRequest#MAX_LIMIT}; 0 for counts and sums alone
 */
public record BoardQuery(LeadFilter filter, int cards) {
    /** @throws InvalidInputException if the number of cards is out of range */
    public BoardQuery {
        if (cards < 0 || cards > PageRequest.MAX_LIMIT) {
            throw new InvalidInputException("cards", "0 to " + PageRequest.MAX_LIMIT, Integer.toString(cards));
        }
    }

    /** All leads, fifty cards a column. */
    public static BoardQuery all() {
        return new BoardQuery(LeadFilter.all(), 50);
    }

    public static BoardQuery of(LeadFilter filter) {
        return new BoardQuery(filter, 50);
    }

    public BoardQuery cards(int most) {
        return new BoardQuery(filter, most);
    }
}
