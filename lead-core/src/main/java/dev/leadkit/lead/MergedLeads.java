package dev.leadkit.lead;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was merged into a lead, so that each part can be taken out again. Immutable and safe to share.
 *
 * @param own the lead by itself, as it was before the first merge; what persons did to it between two merges is in it too, and
 *     what they did later that the merged leads had brought already
 * @param leads the leads that were merged into it, in that order; at least one
 * @param chosen by a field's name in {@link LeadField}: the lead whose value a person chose, where the rules were overruled
 * @param takenAway by a merged lead: what persons took away before the last merge of what it and those below it had brought, by
 *     the name under which that is pinned; a hold that was lifted by the name under which it was. A lead of which nothing was
 *     taken away is not in it
 */
public record MergedLeads(
        Lead own, List<LeadId> leads, Map<String, LeadId> chosen, Map<LeadId, Set<String>> takenAway) {
    public MergedLeads {
        leads = List.copyOf(leads);
        chosen = Collections.unmodifiableMap(new TreeMap<>(chosen));
        takenAway = copyOf(takenAway);
        if (leads.isEmpty() || own.merged() != null || own.mergedInto() != null) {
            throw new IllegalArgumentException("a lead's own part must be unmerged, and at least one lead merged");
        }
    }

    /** With nothing taken away. */
    public MergedLeads(Lead own, List<LeadId> leads, Map<String, LeadId> chosen) {
        this(own, leads, chosen, Map.of());
    }

    /** A copy with another value of the lead by itself. */
    public MergedLeads withOwn(Lead newOwn) {
        return new MergedLeads(newOwn, leads, chosen, takenAway);
    }

    /** A copy with more that is taken away of what each of the leads had brought. */
    public MergedLeads without(Set<String> more) {
        Map<LeadId, Set<String>> all = new TreeMap<>();
        for (LeadId lead : leads) {
            Set<String> its = new TreeSet<>(takenAway.getOrDefault(lead, Set.of()));
            its.addAll(more);
            all.put(lead, its);
        }
        return new MergedLeads(own, leads, chosen, all);
    }

    private static Map<LeadId, Set<String>> copyOf(Map<LeadId, Set<String>> takenAway) {
        Map<LeadId, Set<String>> copy = new TreeMap<>();
        takenAway.forEach((lead, names) -> {
            if (!names.isEmpty()) {
                copy.put(lead, Collections.unmodifiableSet(new TreeSet<>(names)));
            }
        });
        return Collections.unmodifiableMap(copy);
    }
}
