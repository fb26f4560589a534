package dev.leadkit.store;

import java.util.Set;

/**
 * What became of a changeset.
 *
 * @param repeated whether a changeset of this id was applied before, so that nothing was written now
 * @param seenBefore messages that were stored already and stayed as they were
 */
public record CommitResult(boolean repeated, Set<SeenMessage> seenBefore) {
    /** A message by what makes it unique in a tenant. */
    public record SeenMessage(String session, String id) {}

    /** Everything was written. */
    public static final CommitResult APPLIED = new CommitResult(false, Set.of());

    /** Nothing was written, because it had been before. */
    public static final CommitResult REPEATED = new CommitResult(true, Set.of());

    public CommitResult {
        seenBefore = Set.copyOf(seenBefore);
    }
}
