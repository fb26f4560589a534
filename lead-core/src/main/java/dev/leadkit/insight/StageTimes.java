package dev.leadkit.insight;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long leads stay in the open stages. Visits that are not over count as lasting at least so long as of the instant of the
 * histories, by the product-limit estimate of Kaplan and Meier (1958); to leave them out would make a stage in which leads
 * get stuck look fast.
 *
 * @param window when the visits began; a lead that comes again begins another one
 * @param stages the open ones in the order of the board, then by key those that the pipeline does not have
 */
public record StageTimes(TimeRange window, List<OfStage> stages) {
    /**
     * The visits to one stage.
     *
     * @param visits how many began in the window; the sum of the two that follow
     * @param over those after which the lead left
     * @param running those in which it still is
     * @param median by when half of them are over; absent when too many still last for anybody to tell
     * @param p90 by when nine in ten are over; absent likewise
     */
    public record OfStage(
            String stage,
            long visits,
            long over,
            long running,
            @Nullable Duration median,
            @Nullable Duration p90) {}

    public StageTimes {
        stages = List.copyOf(stages);
    }

    /**
     * Keeps eight bytes for each visit.
     *
     * @param histories those of other pipelines are left out; read once
     */
    public static StageTimes of(Pipeline pipeline, Stream<LeadHistory> histories, TimeRange window) {
        var order = new StageOrder(pipeline);
        Map<String, KaplanMeier> times = new LinkedHashMap<>();
        order.steps().subList(0, order.openSteps()).forEach(stage -> times.put(stage, new KaplanMeier()));
        Map<String, KaplanMeier> unknown = new TreeMap<>();
        histories.filter(history -> history.pipeline().equals(pipeline.name())).forEach(history -> {
            for (StageVisit visit : history.visits()) {
                if (order.category(visit.stage()) == StageCategory.OPEN && window.contains(visit.from())) {
                    (order.isKnown(visit.stage()) ? times : unknown)
                            .computeIfAbsent(visit.stage(), stage -> new KaplanMeier())
                            .add(visit.length(history.asOf()), visit.isOver());
                }
            }
        });
        times.putAll(unknown);
        List<OfStage> stages = new ArrayList<>();
        times.forEach((stage, its) -> stages.add(new OfStage(
                stage,
                (long) its.ended() + its.running(),
                its.ended(),
                its.running(),
                its.quantile(0.5),
                its.quantile(0.9))));
        return new StageTimes(window, stages);
    }
}
