package dev.leadkit.migration;

import dev.leadkit.lead.LeadId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the leads of a pipeline have been brought to its current version.
 *
 * @param migrated how many were brought there
 * @param there how many were there before
 * @param held those that stay on their version for now
 * @param next the cursor from which to go on; absent when all have been looked at
 */
public record MigrationProgress(
        long migrated,
        long there,
        List<Held> held,
        @Nullable String next) {
    /**
     * A lead that stays on the version that it is on. Nothing is lost: it can be worked on, and is tried again with the next
     * call and before its next move.
     *
     * @param stage the key of its stage
     * @param why what keeps it there
     * @param holder the lead that has what it would need to be open again; absent for another cause
     */
    public record Held(
            LeadId lead, String stage, Why why, @Nullable LeadId holder) {}

    /** What keeps a lead on its version. */
    public enum Why {
        /** No stage takes the place of its own: publish a version whose map names one. */
        NO_SUCCESSOR,
        /** It would be open again, and another open lead holds an identity that only one may hold. */
        IDENTITY_TAKEN,
        /** Others changed it too often meanwhile. */
        BUSY
    }

    public MigrationProgress {
        held = List.copyOf(held);
    }
}
