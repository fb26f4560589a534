package dev.leadkit.store;

/**
 * A board: the leads that pass a filter, by stage.
 *
 * @param filter the pipeline is set by the desk; stages in it hide the other columns' cards
 * @param cards how many cards of each column to give, 1 to {@value PageRequest#MAX_LIMIT}
 */
public record BoardQuery(LeadFilter filter, int cards) {
    /** @throws dev.leadkit.lead.InvalidInputException if the number of cards is out of range */
    public BoardQuery {
        PageRequest.first(cards);
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
