package dev.leadkit.store;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Score;
import org.jspecify.annotations.Nullable;

/**
 * Which scores are wanted. A lead without a score has none that is, unless neither end is given.
 *
 * @param min the lowest, 0 to 100; absent when any is low enough
 * @param max the highest, 0 to 100; absent when any is high enough
 */
public record ScoreRange(@Nullable Integer min, @Nullable Integer max) {
    /** Any score, and none. */
    static final ScoreRange ANY = new ScoreRange(null, null);

    /** @throws InvalidInputException if an end is out of range */
    public ScoreRange {
        require("minScore", min);
        require("maxScore", max);
    }

    private static void require(String field, @Nullable Integer end) {
        if (end != null && (end < 0 || end > 100)) {
            throw new InvalidInputException(field, "0 to 100", end.toString());
        }
    }

    /** Whether a lead with this score is wanted. */
    public boolean matches(@Nullable Score score) {
        if (min == null && max == null) {
            return true;
        }
        return score != null && (min == null || score.value() >= min) && (max == null || score.value() <= max);
    }
}
