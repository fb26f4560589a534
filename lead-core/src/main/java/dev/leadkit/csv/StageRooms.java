package dev.leadkit.csv;

import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.store.ChangesetBuilder;
import org.jspecify.annotations.Nullable;

/** How full stages with a hard limit are while one table is gone through. The desk gives one for each pass; not safe to share. */
public interface StageRooms {
    /** Whether moves into a stage are counted one by one. */
    boolean isHard(String stage);

    /** How full a stage is, with those lines that were decided and are not stored yet. */
    Occupancy occupancy(String stage, Lead lead);

    /**
     * A line was decided.
     *
     * @param before on the current version of the pipeline; absent for a new lead
     */
    void decided(@Nullable Lead before, Lead after);

    /** All that was decided is stored, or never will be. */
    void settled();

    /** Begins a move into a stage whose places are counted. */
    Turn turn(Lead moved);

    /** One move into a stage, after those before it. */
    interface Turn {
        /** Whether the stage has room for it by what is stored. */
        boolean hasRoom();

        /** Makes a unit of work the next of the moves into the stage, or stale. */
        void take(ChangesetBuilder unit);
    }
}
