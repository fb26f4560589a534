package dev.leadkit.insight;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How far the leads came that were created in a window: each lead once, whatever became of it since, up to the instant of
 * the histories. Those that were lost stay where they had come to, so that every share is of all who reached a step.
 *
 * @param window when the leads were created
 * @param leads how many were; the sum of the three that follow
 * @param won those in a won stage as of then
 * @param lost those in a lost stage as of then
 * @param open the others, those in a stage that the pipeline does not have among them
 * @param steps the open stages in the order of the board, then the won ones
 */
public record CohortFunnel(
        TimeRange window, SkippedStages skipped, long leads, long won, long lost, long open, List<Step> steps) {
    /**
     * The leads of one stage. Those who reached it either went on, or are now won, lost or open: the four add up.
     *
     * @param reached how many were ever in it, or leapt over it where that counts
     * @param leapt those among them that never were in it
     * @param onward those that were also in a later step, or leapt over one
     * @param won those that came no further and are won now: none for an open stage
     * @param lost those that came no further and are lost now
     * @param open those that came no further and are open now
     */
    public record Step(String stage, long reached, long leapt, long onward, long won, long lost, long open) {
        /** The share that went on; empty when nobody reached it. */
        public OptionalDouble onwardShare() {
            return Shares.of(onward, reached);
        }

        /** The share that was lost here; empty when nobody reached it. */
        public OptionalDouble lostShare() {
            return Shares.of(lost, reached);
        }
    }

    public CohortFunnel {
        steps = List.copyOf(steps);
    }

    /** The share of all that is won; empty when there are none. */
    public OptionalDouble conversion() {
        return Shares.of(won, leads);
    }

    /** @param histories those of other pipelines and those created outside the window are left out; read once */
    public static CohortFunnel of(
            Pipeline pipeline, Stream<LeadHistory> histories, TimeRange window, SkippedStages skipped) {
        var count = new Count(new StageOrder(pipeline), skipped);
        histories
                .filter(history -> history.pipeline().equals(pipeline.name()))
                .filter(history -> window.contains(history.createdAt()))
                .forEach(count::add);
        return count.funnel(window);
    }

    private static final class Count {
        private final StageOrder order;
        private final SkippedStages skipped;
        private final long[] reached;
        private final long[] leapt;
        private final long[] onward;
        /** By step and outcome. */
        private final long[][] stayed;

        private final long[] outcomes = new long[StageCategory.values().length];

        Count(StageOrder order, SkippedStages skipped) {
            this.order = order;
            this.skipped = skipped;
            int steps = order.steps().size();
            reached = new long[steps];
            leapt = new long[steps];
            onward = new long[steps];
            stayed = new long[steps][outcomes.length];
        }

        void add(LeadHistory history) {
            boolean[] was = new boolean[reached.length];
            int furthest = StageOrder.BESIDE;
            for (StageVisit visit : history.visits()) {
                int place = order.place(visit.stage());
                if (place != StageOrder.BESIDE) {
                    was[order.steps().indexOf(visit.stage())] = true;
                    furthest = Math.max(furthest, place);
                }
            }
            int outcome = order.outcome(history).ordinal();
            outcomes[outcome]++;
            for (int step = 0; step < was.length; step++) {
                boolean further = step < furthest; // never for a won step, which has an index at or behind its place
                boolean leaps = !was[step] && skipped == SkippedStages.IMPUTED && further;
                if (!was[step] && !leaps) {
                    continue;
                }
                reached[step]++;
                leapt[step] += leaps ? 1 : 0;
                if (further) {
                    onward[step]++;
                } else {
                    stayed[step][outcome]++;
                }
            }
        }

        CohortFunnel funnel(TimeRange window) {
            long won = outcomes[StageCategory.WON.ordinal()];
            long lost = outcomes[StageCategory.LOST.ordinal()];
            long open = outcomes[StageCategory.OPEN.ordinal()];
            List<Step> steps = new ArrayList<>();
            for (int step = 0; step < reached.length; step++) {
                steps.add(new Step(
                        order.steps().get(step),
                        reached[step],
                        leapt[step],
                        onward[step],
                        stayed[step][StageCategory.WON.ordinal()],
                        stayed[step][StageCategory.LOST.ordinal()],
                        stayed[step][StageCategory.OPEN.ordinal()]));
            }
            return new CohortFunnel(window, skipped, won + lost + open, won, lost, open, steps);
        }
    }
}
