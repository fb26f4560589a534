package dev.leadkit.store;

import java.util.function.Supplier;

/** What became of one of several changesets that were committed together. */
public sealed interface CommitOutcome {
    /** It is applied, now or by an earlier commit. */
    record Committed(CommitResult result) implements CommitOutcome {}

    /** Somebody was faster, and nothing of it was written. */
    record Conflicted(ConflictException conflict) implements CommitOutcome {}

    /** What a single commit comes to; a failure of the storage is thrown on. For stores that commit one by one. */
    static CommitOutcome of(Supplier<CommitResult> commit) {
        try {
            return new Committed(commit.get());
        } catch (ConflictException conflict) {
            return new Conflicted(conflict);
        }
    }

    /** The result, as {@link LeadStore#commit} would give it or throw. */
    default CommitResult orThrow() {
        if (this instanceof Conflicted conflicted) {
            throw conflicted.conflict();
        }
        return ((Committed) this).result();
    }
}
