package dev.leadkit;

import dev.leadkit.csv.StageRooms;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.ChangesetBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rooms of the tenant's own pipeline, which is the one that tables are imported into. */
final class DeskRooms implements StageRooms {
    private final Pipeline pipeline;
    private final StageLimits limits;

    /** How many leads more, or fewer, are in a stage than are stored there, by who looks after them; nobody is an empty text. */
    private final Map<String, Map<String, Long>> more = new TreeMap<>();

    DeskRooms(Wiring wiring, TenantId tenant) {
        this.pipeline = wiring.pipeline(tenant);
        this.limits = new StageLimits(wiring, tenant, pipeline);
    }

    @Override
    public boolean isHard(String stage) {
        return limits.isHard(stage);
    }

    @Override
    public Occupancy occupancy(String stage, Lead lead) {
        Occupancy stored = limits.occupancy(stage, lead);
        Map<String, Long> here = more.getOrDefault(stage, Map.of());
        long all = here.values().stream().mapToLong(Long::longValue).sum();
        return new Occupancy(
                plus(stored.leads(), all), plus(stored.ofAssignee(), here.getOrDefault(assignee(lead), 0L)));
    }

    private static Map<String, Long> plus(Map<String, Long> counts, long more) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((stage, count) -> sums.put(stage, count + more));
        return sums;
    }

    @Override
    public void decided(@Nullable Lead before, Lead after) {
        if (before != null) {
            count(before, -1);
        }
        count(after, 1);
    }

    private void count(Lead lead, long many) {
        boolean isHere = lead.pipeline().equals(pipeline.name()) && !lead.withdrawn();
        if (isHere && isHard(lead.stage())) {
            more.computeIfAbsent(lead.stage(), stage -> new TreeMap<>()).merge(assignee(lead), many, Long::sum);
        }
    }

    private static String assignee(Lead lead) {
        return Objects.requireNonNullElse(lead.assignee(), "");
    }

    @Override
    public void settled() {
        more.clear();
    }

    @Override
    public Turn turn(Lead moved) {
        StageLimits.Place place = limits.place(moved.stage());
        boolean hasRoom = pipeline.hasRoom(moved.stage(), moved, limits.occupancy(moved.stage(), moved));
        return new Turn() {
            @Override
            public boolean hasRoom() {
                return hasRoom;
            }

            @Override
            public void take(ChangesetBuilder unit) {
                place.take(unit);
            }
        };
    }
}
