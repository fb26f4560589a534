package dev.leadkit.migration;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two versions of a pipeline. Stages are the same when their keys are, transitions when both ends
 * are. Immutable and safe to share.
 *
 * @param added stages of the later version alone, in the order of the board
 * @param removed stages of the earlier version alone, in the order of the board
 * @param changed stages of both that are not equal
 * @param reordered whether the stages of both stand in another order
 * @param startMoved whether leads begin in another stage
 * @param allowed moves of the later version alone
 * @param forbidden moves of the earlier version alone
 * @param guarded moves of both with other guards
 */
public record PipelineDifference(
        List<Stage> added,
        List<Stage> removed,
        List<ChangedStage> changed,
        boolean reordered,
        boolean startMoved,
        List<Transition> allowed,
        List<Transition> forbidden,
        List<ChangedTransition> guarded) {

    /** A stage of both versions. */
    public record ChangedStage(Stage before, Stage after) {
        public String key() {
            return after.key();
        }

        public boolean isRenamed() {
            return !before.name().equals(after.name());
        }

        /** Whether it means something else now, so that leads in it close, open again or turn from won to lost. */
        public boolean changesCategory() {
            return before.category() != after.category();
        }
    }

    /** A move of both versions. */
    public record ChangedTransition(Transition before, Transition after) {}

    public PipelineDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
        guarded = List.copyOf(guarded);
    }

    /** @param before of the same name, or of another to compare two pipelines */
    public static PipelineDifference between(Pipeline before, Pipeline after) {
        Map<String, Stage> oldStages = stages(before);
        Map<String, Stage> newStages = stages(after);
        List<ChangedStage> changed = new ArrayList<>();
        newStages.forEach((key, stage) -> {
            Stage old = oldStages.get(key);
            if (old != null && !old.equals(stage)) {
                changed.add(new ChangedStage(old, stage));
            }
        });
        Map<List<String>, Transition> oldMoves = moves(before);
        Map<List<String>, Transition> newMoves = moves(after);
        List<ChangedTransition> guarded = new ArrayList<>();
        newMoves.forEach((ends, move) -> {
            Transition old = oldMoves.get(ends);
            if (old != null && !old.equals(move)) {
                guarded.add(new ChangedTransition(old, move));
            }
        });
        return new PipelineDifference(
                missing(oldStages, newStages),
                missing(newStages, oldStages),
                changed,
                !common(oldStages, newStages).equals(common(newStages, oldStages)),
                !before.start().key().equals(after.start().key()),
                missing(oldMoves, newMoves),
                missing(newMoves, oldMoves),
                guarded);
    }

    /** Whether the two are equal but for their numbers. */
    public boolean isEmpty() {
        return added.isEmpty()
                && removed.isEmpty()
                && changed.isEmpty()
                && !reordered
                && !startMoved
                && allowed.isEmpty()
                && forbidden.isEmpty()
                && guarded.isEmpty();
    }

    private static Map<String, Stage> stages(Pipeline pipeline) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        pipeline.stages().forEach(stage -> stages.put(stage.key(), stage));
        return stages;
    }

    private static Map<List<String>, Transition> moves(Pipeline pipeline) {
        Map<List<String>, Transition> moves = new LinkedHashMap<>();
        pipeline.transitions().forEach(move -> moves.put(List.of(move.from(), move.to()), move));
        return moves;
    }

    private static <K, V> List<V> missing(Map<K, V> known, Map<K, V> wanted) {
        return wanted.entrySet().stream()
                .filter(each -> !known.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<String> common(Map<String, Stage> these, Map<String, Stage> others) {
        return these.keySet().stream().filter(others::containsKey).toList();
    }
}
