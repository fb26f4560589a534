package dev.leadkit.insight;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.PipelineTraffic;
import dev.leadkit.pipeline.PipelineTraffic.Edge;
import dev.leadkit.store.TimeRange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Counts where leads go in a pipeline, for a diagram of it. */
public final class Traffic {
    private final TimeRange window;
    private final Map<String, Long> entered = new HashMap<>();
    private final Map<Edge, Long> moved = new HashMap<>();

    private Traffic(TimeRange window) {
        this.window = window;
    }

    /**
     * @param leads how many are in each stage, by its key
     * @param histories those of other pipelines are left out; read once
     * @param window in which leads came into a stage, whenever they went on
     */
    public static PipelineTraffic of(
            Pipeline pipeline, Map<String, Long> leads, Stream<LeadHistory> histories, TimeRange window) {
        var count = new Traffic(window);
        histories.filter(history -> history.pipeline().equals(pipeline.name())).forEach(count::add);
        return new PipelineTraffic(leads, count.entered, count.moved);
    }

    private void add(LeadHistory history) {
        Set<String> its = new HashSet<>();
        Set<Edge> ways = new HashSet<>();
        List<StageVisit> visits = history.visits();
        for (int i = 0; i < visits.size(); i++) {
            StageVisit visit = visits.get(i);
            if (window.contains(visit.from())) {
                its.add(visit.stage());
                if (i + 1 < visits.size()) {
                    ways.add(new Edge(visit.stage(), visits.get(i + 1).stage()));
                }
            }
        }
        its.forEach(stage -> entered.merge(stage, 1L, Long::sum));
        ways.forEach(way -> moved.merge(way, 1L, Long::sum));
    }
}
