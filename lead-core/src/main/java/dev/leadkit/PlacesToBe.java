package dev.leadkit;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Occupancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How full stages would be if some leads came into them, one after the other. Not safe to share. */
final class PlacesToBe {
    private final StageLimits limits;
    private final Map<String, List<Coming>> coming = new TreeMap<>();

    /** A lead that would come, by who looks after it; nobody is an empty text. */
    private record Coming(String assignee) {}

    PlacesToBe(Wiring wiring, TenantId tenant) {
        this.limits = new StageLimits(wiring, tenant);
    }

    /** Of one stage, with those that would be there by now. */
    Occupancy occupancy(String stage, Lead lead) {
        Occupancy stored = limits.occupancy(stage, lead);
        List<Coming> here = coming.getOrDefault(stage, List.of());
        long ofAssignee = here.stream()
                .filter(each -> each.assignee().equals(assignee(lead)))
                .count();
        return new Occupancy(plus(stored.leads(), here.size()), plus(stored.ofAssignee(), ofAssignee));
    }

    private static Map<String, Long> plus(Map<String, Long> counts, long more) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((stage, count) -> sums.put(stage, count + more));
        return sums;
    }

    /** A lead would come into its stage. */
    void come(Lead moved) {
        if (limits.isHard(moved.stage())) {
            coming.computeIfAbsent(moved.stage(), stage -> new ArrayList<>()).add(new Coming(assignee(moved)));
        }
    }

    private static String assignee(Lead lead) {
        return Objects.requireNonNullElse(lead.assignee(), "");
    }
}
