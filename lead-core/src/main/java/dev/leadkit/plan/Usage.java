package dev.leadkit.plan;

/**
 * How much of a quota is used.
 *
 * @param used 0 or more; above the limit after a downgrade, and where capture went on
 */
public record Usage(Quota quota, long used, Limit limit) {
    /** How many more there may be; 0 when none. */
    public long left() {
        return Math.max(0, limit.most() - used);
    }

    /** @throws QuotaExceededException if so many more would be too many */
    public void require(long more) {
        if (more > left()) {
            throw new QuotaExceededException(this, more);
        }
    }
}
