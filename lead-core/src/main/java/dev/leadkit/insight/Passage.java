package dev.leadkit.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * What a visit means on the way through the pipeline.
 *
 * @param visit what it is about
 * @param place of its stage, see {@link StageOrder#place}
 * @param before the place that the lead was at last on the way; {@link StageOrder#BESIDE} for its first
 * @param skippedFrom the first of the open steps that the lead leapt over to get there
 * @param skippedTo the one after the last of them; none was where it is not above the first
 */
record Passage(StageVisit visit, int place, int before, int skippedFrom, int skippedTo) {

    /** All visits of a history. A lead comes from before the first step. */
    static List<Passage> of(LeadHistory history, StageOrder order) {
        List<Passage> passages = new ArrayList<>();
        int before = StageOrder.BESIDE;
        for (StageVisit visit : history.visits()) {
            int place = order.place(visit.stage());
            passages.add(new Passage(visit, place, before, before + 1, place));
            before = place == StageOrder.BESIDE ? before : place;
        }
        return passages;
    }
}
