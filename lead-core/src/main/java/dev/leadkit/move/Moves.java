package dev.leadkit.move;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleLeadException;
import org.jspecify.annotations.Nullable;

/**
 * Moves of one tenant's leads that are more than a step along the pipeline. Each is decided by the pipeline, as a
 * transition is. Safe to share.
 *
 * <pre>{@code
 * desk.moves().reopen(lead);
 * desk.moves().override(lead, "converted", "signed on paper");
 * TickResult result = desk.moves().tick(100); // whenever the host's scheduler calls
 * }</pre>
 *
 * <p>Methods that move one lead throw {@link dev.leadkit.TransitionRefusedException} if the pipeline refuses it, {@link
 * StaleLeadException} if somebody else changed the lead meanwhile, {@link IdentityTakenException} if it would open the lead
 * again while the visitor has another open lead, {@link dev.leadkit.store.StaleDocumentException} if others were faster, time
 * and again, into a stage with a hard limit, and what every method of the desk throws.
 */
public interface Moves {
    /** Moves a lead in spite of what the pipeline says, see {@link #override(LeadId, String, String, String)}. */
    default Lead override(LeadId id, String to, String why) {
        return override(id, to, why, null);
    }

    /**
     * Moves a lead in spite of what the pipeline says, where the kit's {@link dev.leadkit.pipeline.OverridePolicy} lets the
     * actor do so. The timeline then has {@link dev.leadkit.lead.Change.Overridden} beside the move, with every reason that was
     * overridden. Nothing speaks against it: an ordinary move. No override leads to a stage that there is not, or from one.
     *
     * @param to the stage's key
     * @param why the words of who overrides; not blank
     * @param lostReason why it is lost, for a stage that means so; may be absent
     */
    Lead override(LeadId id, String to, String why, @Nullable String lostReason);

    /** What an override would come to, see {@link #override(LeadId, String, String, String)}. Writes nothing. */
    MovePreview previewOverride(LeadId id, String to, String why, @Nullable String lostReason);

    /** What opening a closed lead again would come to; {@link MovePreview#to()} is where it would go. Writes nothing. */
    MovePreview previewReopen(LeadId id);

    /**
     * Opens a closed lead again: in the stage in which it was open last, unless the pipeline names another, see {@link
     * dev.leadkit.pipeline.Reopening}. Its time in the closed stage stays in its history.
     */
    Lead reopen(LeadId id);

    /** Since when nobody touched a lead, and whether it is stale for that, as of now. */
    StaleStatus staleness(LeadId id);

    /**
     * Does what the {@link dev.leadkit.pipeline.TimedRule}s of the tenant's pipelines say is due by now, each lead in a unit of work of its
     * own, in the name of the rule. To be called by the host as often as it likes: what is done is no longer due, so that a
     * second call at the same instant changes nothing, and several may run at once. A lead that is changed by somebody else
     * meanwhile is left for the next call.
     *
     * <p>Reads the leads that are long enough untouched, a page at a time; those whose move is refused are read each time.
     *
     * @param limit how many leads to change at most, 1 to {@value PageRequest#MAX_LIMIT}
     * @throws dev.leadkit.lead.InvalidInputException if the limit is out of range
     */
    TickResult tick(int limit);
}
