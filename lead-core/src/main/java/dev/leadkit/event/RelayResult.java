package dev.leadkit.event;

/**
 * What one poll came to, counted in events.
 *
 * @param delivered the listener took it
 * @param retried it failed and comes again later
 * @param dead it failed for the last time
 * @param released it was given back without an attempt, because the endpoint tripped or the thread was interrupted
 * @param lost the lease ran out, so that somebody else delivers it, perhaps once more
 */
public record RelayResult(int delivered, int retried, int dead, int released, int lost) {
    /** Nothing was due. */
    public static final RelayResult NOTHING = new RelayResult(0, 0, 0, 0, 0);

    /** How many events were leased. When it is more than none, another poll may find more. */
    public int total() {
        return delivered + retried + dead + released + lost;
    }

    public RelayResult plus(RelayResult other) {
        return new RelayResult(
                delivered + other.delivered,
                retried + other.retried,
                dead + other.dead,
                released + other.released,
                lost + other.lost);
    }
}
