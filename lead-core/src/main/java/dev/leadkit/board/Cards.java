package dev.leadkit.board;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * The order of the cards within the columns of a board, one for all who look at it. Safe to share.
 *
 * <p>Where several put cards into one column at the same time, it is as if they had done so one after the other; a card
 * that nobody touches keeps its place among the others that nobody touches. Where there is no more room between two cards,
 * those below them get new ranks, which nobody sees. A new order is not in the timeline and no event: nothing happened to
 * the lead.
 *
 * <p>Each method throws {@link dev.leadkit.store.LeadNotFoundException}, {@link dev.leadkit.LeadMergedException} and {@link
 * dev.leadkit.store.StoreException} as the desk's do, {@link dev.leadkit.store.UnsupportedCapabilityException} if the store
 * keeps no documents, and {@link InvalidInputException} if the card to stand below is in another column.
 */
public interface Cards {
    /** Puts a card elsewhere in its column. */
    Lead place(LeadId id, Place place);

    /** Moves a card to another column, see {@link #move(LeadId, String, String, Place)}. */
    default Lead move(LeadId id, String to, Place place) {
        return move(id, to, null, place);
    }

    /**
     * Moves a card to another column and puts it where it was dropped, all at once or not at all. One that is in the column
     * already is only put elsewhere.
     *
     * @param to the stage's key
     * @param reason why it is lost, for a stage that means so; may be absent unless the stage requires it
     * @throws dev.leadkit.TransitionRefusedException if the pipeline refuses it
     * @throws dev.leadkit.store.StaleLeadException if somebody else changed the lead meanwhile
     * @throws dev.leadkit.store.IdentityTakenException if it would open the lead again while the visitor has another open
     *     lead
     */
    Lead move(LeadId id, String to, @Nullable String reason, Place place);
}
