package dev.leadkit.insight;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happened in a window, whenever the leads were created. In each figure a lead counts once, however often it came and
 * went; it may count in several figures. A lead that is lost and reopened in the window counts as both.
 *
 * @param window when it happened
 * @param created the leads that came into their first stage
 * @param won the leads that came into a won stage
 * @param lost the leads that came into a lost stage
 * @param reopened the leads that left a won or lost stage for an open one
 * @param steps the open stages in the order of the board, then the won ones
 */
public record PeriodFunnel(
        TimeRange window, SkippedStages skipped, long created, long won, long lost, long reopened, List<Step> steps) {
    /**
     * The leads that came into one stage and left it, in the window.
     *
     * @param entered those that came into it, or leapt over it where that counts
     * @param leapt those among them that only leapt over it
     * @param onward those that left it for a later step, or leapt over it
     * @param back those that left it for an earlier step
     * @param lost those that left it for a lost stage
     */
    public record Step(String stage, long entered, long leapt, long onward, long back, long lost) {}

    public PeriodFunnel {
        steps = List.copyOf(steps);
    }

    /** @param histories those of other pipelines are left out; read once */
    public static PeriodFunnel of(
            Pipeline pipeline, Stream<LeadHistory> histories, TimeRange window, SkippedStages skipped) {
        var count = new Count(new StageOrder(pipeline), window, skipped);
        histories.filter(history -> history.pipeline().equals(pipeline.name())).forEach(count::add);
        return count.funnel();
    }

    private static final class Count {
        private final StageOrder order;
        private final TimeRange window;
        private final SkippedStages skipped;
        private final long[] entered;
        private final long[] leapt;
        private final long[] onward;
        private final long[] back;
        private final long[] lost;
        private long createdLeads;
        private long wonLeads;
        private long lostLeads;
        private long reopenedLeads;

        Count(StageOrder order, TimeRange window, SkippedStages skipped) {
            this.order = order;
            this.window = window;
            this.skipped = skipped;
            int steps = order.steps().size();
            entered = new long[steps];
            leapt = new long[steps];
            onward = new long[steps];
            back = new long[steps];
            lost = new long[steps];
        }

        void add(LeadHistory history) {
            var its = new Marks(entered.length);
            List<Passage> passages = Passage.of(history, order);
            for (int i = 0; i < passages.size(); i++) {
                Passage passage = passages.get(i);
                if (window.contains(passage.visit().from())) {
                    come(passage, its);
                    if (i == 0) {
                        createdLeads++;
                    } else {
                        leave(passages.get(i - 1), passage, its);
                    }
                }
            }
            wonLeads += its.won ? 1 : 0;
            lostLeads += its.lost ? 1 : 0;
            reopenedLeads += its.reopened ? 1 : 0;
            for (int step = 0; step < entered.length; step++) {
                entered[step] += its.came[step] || its.leapt[step] ? 1 : 0;
                leapt[step] += its.leapt[step] && !its.came[step] ? 1 : 0;
                onward[step] += its.onward[step] ? 1 : 0;
                back[step] += its.back[step] ? 1 : 0;
                lost[step] += its.lostFrom[step] ? 1 : 0;
            }
        }

        private void come(Passage passage, Marks its) {
            StageCategory category = order.category(passage.visit().stage());
            its.won |= category == StageCategory.WON;
            its.lost |= category == StageCategory.LOST;
            if (passage.place() != StageOrder.BESIDE) {
                its.came[order.steps().indexOf(passage.visit().stage())] = true;
            }
            if (skipped == SkippedStages.IMPUTED) {
                for (int step = passage.skippedFrom(); step < passage.skippedTo(); step++) {
                    its.leapt[step] = true;
                    its.onward[step] = true;
                }
            }
        }

        private void leave(Passage from, Passage to, Marks its) {
            StageCategory category = order.category(to.visit().stage());
            its.reopened |= order.category(from.visit().stage()).isClosed() && category == StageCategory.OPEN;
            if (from.place() == StageOrder.BESIDE) {
                return;
            }
            int step = order.steps().indexOf(from.visit().stage());
            its.lostFrom[step] |= category == StageCategory.LOST;
            its.onward[step] |= to.place() > from.place();
            its.back[step] |= to.place() != StageOrder.BESIDE && to.place() < from.place();
        }

        PeriodFunnel funnel() {
            List<Step> steps = new ArrayList<>();
            for (int step = 0; step < entered.length; step++) {
                steps.add(new Step(
                        order.steps().get(step), entered[step], leapt[step], onward[step], back[step], lost[step]));
            }
            return new PeriodFunnel(window, skipped, createdLeads, wonLeads, lostLeads, reopenedLeads, steps);
        }
    }

    /** What one lead did in the window, by step. */
    private static final class Marks {
        final boolean[] came;
        final boolean[] leapt;
        final boolean[] onward;
        final boolean[] back;
        final boolean[] lostFrom;
        boolean won;
        boolean lost;
        boolean reopened;

        Marks(int steps) {
            came = new boolean[steps];
            leapt = new boolean[steps];
            onward = new boolean[steps];
            back = new boolean[steps];
            lostFrom = new boolean[steps];
        }
    }
}
