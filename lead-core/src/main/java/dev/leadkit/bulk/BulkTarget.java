package dev.leadkit.bulk;

import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadFilter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Which leads something is done to. */
public sealed interface BulkTarget {
    /** @param ids in the order in which they are gone through; one that comes twice is meant once */
    record Ids(List<LeadId> ids) implements BulkTarget {
        public Ids {
            ids = List.copyOf(new LinkedHashSet<>(ids));
        }
    }

    /** The leads that pass a filter, the newest first. Those that come meanwhile are not among them. */
    record Matching(LeadFilter filter) implements BulkTarget {}

    static BulkTarget of(Collection<LeadId> ids) {
        return new Ids(List.copyOf(ids));
    }

    static BulkTarget matching(LeadFilter filter) {
        return new Matching(filter);
    }
}
