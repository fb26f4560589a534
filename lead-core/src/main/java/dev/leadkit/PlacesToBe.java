package dev.leadkit;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How full stages would be if some leads came into them, one after the other. Not safe to share. */
final class PlacesToBe {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Map<List<String>, List<Coming>> coming = new HashMap<>();

    /** A lead that would come, by who looks after it; nobody is an empty text. */
    private record Coming(String assignee) {}

    PlacesToBe(Wiring wiring, TenantId tenant) {
        this.wiring = wiring;
        this.tenant = tenant;
    }

    /** Of one stage, with those that would be there by now. */
    Occupancy occupancy(String stage, Lead lead) {
        return occupancy(StageLimits.pipelineOf(wiring, tenant, lead), stage, lead);
    }

    /** Of a stage of a pipeline, in which the lead need not be. */
    Occupancy occupancy(Pipeline pipeline, String stage, Lead lead) {
        Occupancy stored = new StageLimits(wiring, tenant, pipeline).occupancy(stage, lead);
        List<Coming> here = coming.getOrDefault(List.of(pipeline.name(), stage), List.of());
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
        if (StageLimits.of(wiring, tenant, moved).isHard(moved.stage())) {
            coming.computeIfAbsent(List.of(moved.pipeline(), moved.stage()), column -> new ArrayList<>())
                    .add(new Coming(assignee(moved)));
        }
    }

    private static String assignee(Lead lead) {
        return Objects.requireNonNullElse(lead.assignee(), "");
    }
}
