package dev.leadkit.undo;

import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.LeadId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of each lead of a changeset that was undone.
 *
 * @param changeset by which this can be undone in turn; absent when nothing was written
 * @param outcomes one for each lead that the changeset had changed and that is still stored, in the order of their ids;
 *     empty when none of its id was applied
 */
public record UndoResult(@Nullable ChangesetId changeset, Map<LeadId, UndoOutcome> outcomes) {
    public UndoResult {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** What became of a lead; {@link UndoOutcome.Erased} when nothing is known of what happened to it. */
    public UndoOutcome outcome(LeadId lead) {
        return outcomes.getOrDefault(lead, new UndoOutcome.Erased());
    }
}
