package dev.leadkit.score;

/**
 * What bringing forward the scores that were due came to.
 *
 * @param changed how many leads have another score or band now
 * @param bandChanges how many of them another band
 * @param renewed how many have the same score, whose next change lies in the future again
 * @param left how many are due still: somebody changed them meanwhile, the host's policy refused it, or the scorer failed on them
 * @param more whether it stopped at its limit, so that more may be due
 */
public record RescoredDue(long changed, long bandChanges, long renewed, long left, boolean more) {}
