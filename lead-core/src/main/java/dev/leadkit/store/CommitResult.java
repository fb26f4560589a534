package dev.leadkit.store;

import java.util.Set;

/**
 * What became of a changeset.
 *
 * @param repeated whether a changeset of this id was applied before, so that nothing was written now
 * @param seenBefore messages that were stored already and stayed as they were
 * @param joined whether that was within a transaction of the host, so that it stands only once the host commits, see
 *     {@link Joining}
 */
public record CommitResult(boolean repeated, Set<SeenMessage> seenBefore, boolean joined) {
    /** A message by what makes it unique in a tenant. */
    public record SeenMessage(String session, String id) {}

    /** Everything was written. */
    public static final CommitResult APPLIED = new CommitResult(false, Set.of());

    /** Nothing was written, because it had been before. */
    public static final CommitResult REPEATED = new CommitResult(true, Set.of());

    public CommitResult {
        seenBefore = Set.copyOf(seenBefore);
    }

    /** In a transaction of the store's own. */
    public CommitResult(boolean repeated, Set<SeenMessage> seenBefore) {
        this(repeated, seenBefore, false);
    }

    /** The same within a transaction of the host. */
    public CommitResult asJoined() {
        return new CommitResult(repeated, seenBefore, true);
    }
}
