package dev.leadkit.lead;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was merged into a lead, so that each part can be taken out again. Immutable and safe to share.
 *
 * @param own the lead by itself, as it was before the first merge; what persons did to it between two merges is in it too
 * @param leads the leads that were merged into it, in that order; at least one
 * @param chosen by a field's name in {@link LeadField}: the lead whose value a person chose, where the rules were overruled
 */
public record MergedLeads(Lead own, List<LeadId> leads, Map<String, LeadId> chosen) {
    public MergedLeads {
        leads = List.copyOf(leads);
        chosen = Collections.unmodifiableMap(new TreeMap<>(chosen));
        if (leads.isEmpty() || own.merged() != null || own.mergedInto() != null) {
            throw new IllegalArgumentException("a lead's own part must be unmerged, and at least one lead merged");
        }
    }
}
