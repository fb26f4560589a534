package dev.leadkit.insight;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The way through a pipeline: its open stages in the order of the board, and behind them all that are won. Lost stages are
 * not on the way.
 */
final class StageOrder {
    /** The place of a stage that is not on the way: a lost one, or one that the pipeline does not have. */
    static final int BESIDE = -1;

    private final List<String> steps = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, StageCategory> categories = new HashMap<>();
    private final int openSteps;

    StageOrder(Pipeline pipeline) {
        List<String> won = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            categories.put(stage.key(), stage.category());
            if (stage.category() == StageCategory.OPEN) {
                places.put(stage.key(), steps.size());
                steps.add(stage.key());
            } else if (stage.category() == StageCategory.WON) {
                won.add(stage.key());
            }
        }
        openSteps = steps.size();
        won.forEach(stage -> places.put(stage, openSteps));
        steps.addAll(won);
    }

    /** The open stages, then the won ones. */
    List<String> steps() {
        return steps;
    }

    int openSteps() {
        return openSteps;
    }

    /** How far along the way: 0 for the first open stage, the same for all won ones. */
    int place(String stage) {
        return places.getOrDefault(stage, BESIDE);
    }

    /** A stage that the pipeline does not have counts as open. */
    StageCategory category(String stage) {
        return categories.getOrDefault(stage, StageCategory.OPEN);
    }

    boolean isKnown(String stage) {
        return categories.containsKey(stage);
    }

    /** The visit by which a history came to its {@link #outcome}, wherever the lead went within that since. */
    StageVisit decisive(LeadHistory history) {
        List<StageVisit> visits = history.visits();
        int first = visits.size() - 1;
        while (first > 0 && category(visits.get(first - 1).stage()) == outcome(history)) {
            first--;
        }
        return visits.get(first);
    }

    /** What a history came to. */
    StageCategory outcome(LeadHistory history) {
        return category(history.current().stage());
    }
}
