package dev.leadkit.score;

import dev.leadkit.operation.Outcome;
import java.util.Locale;

/** What became of a lead that was scored anew. It tells no score, so that it may be told where scores are hidden. */
public enum RescoreOutcome implements Outcome {
    /** Its score or band is another one now, and its timeline tells so. */
    CHANGED,
    /** Its score is the same; what stands behind it was written anew: the card, the points, the next change. */
    RENEWED,
    /** All of that is as it was; nothing was written. */
    UNCHANGED,
    /** It is closed, and keeps the score with which it was closed. */
    CLOSED,
    /** Nothing scores the tenant's leads; a score that it has stays. */
    UNSCORED,
    /** The scorer failed on it, of which the log tells; a score that it has stays. */
    FAILED,
    /** Somebody else was faster, time and again; it has the score of what he did. */
    STALE,
    /** The host's policy does not let the actor do it. */
    REFUSED,
    /** It was withdrawn, merged into another one or erased meanwhile. */
    GONE;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
