package dev.leadkit.move;

import dev.leadkit.lead.Change;
import dev.leadkit.lead.Reason;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Refusal;
import java.util.List;

/**
 * What a move would come to, before it is made: what is said to it, and all that it would do. Its effects are read off the very unit
 * of work that the move would commit, so that they can't differ from what happens. A value: nothing has happened yet.
 *
 * @param decision what the pipeline says to it, or the host's policy where that is against it
 * @param changes what the timeline would show of it, in that order, as far as the actor sees it: the stage, a lost reason that is set
 *     or cleared, a snooze that ends, a score that follows, what was overridden. Empty when the move is refused, or the lead is there
 * @param events the types of the events that the kit's endpoints would be told, one a change, such as {@code lead.stage_changed}; empty
 *     without endpoints
 * @param before what is to be expected of the lead where it is
 * @param after what would be after the move: whether it is closed, its probability, when it becomes stale, which timed rules wait
 *     for it; equal to {@code before} when the move is refused
 */
public record MovePreview(Decision decision, List<Change> changes, List<String> events, Outlook before, Outlook after) {
    public MovePreview {
        changes = List.copyOf(changes);
        events = List.copyOf(events);
    }

    /** One of a move that does nothing. */
    public static MovePreview ofNothing(Decision decision, Outlook outlook) {
        return new MovePreview(decision, List.of(), List.of(), outlook, outlook);
    }

    /** The key of the stage to which the lead would move. */
    public String to() {
        return decision.to();
    }

    public boolean isAllowed() {
        return decision.isAllowed();
    }

    /** The reasons against it, fields that are missing and guards that failed among them; empty when it is allowed. */
    public List<Refusal> refusals() {
        return decision.refusals();
    }

    /** What should be known before it is made, such as that the stage is full. */
    public List<Reason> warnings() {
        return decision.warnings();
    }

    public boolean closes() {
        return !before.closed() && after.closed();
    }

    public boolean reopens() {
        return before.closed() && !after.closed();
    }
}
