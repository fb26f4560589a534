package dev.leadkit.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From each stage to each stage what a pipeline says, worked out once. */
final class TransitionTable {
    private final Map<String, Map<String, Cell>> rows = new HashMap<>();

    /** @param pipeline whose transitions they are */
    TransitionTable(Pipeline pipeline, List<Stage> stages, List<Transition> transitions) {
        Map<String, Stage> byKey = new HashMap<>();
        for (Stage stage : stages) {
            byKey.put(stage.key(), stage);
            rows.put(stage.key(), new HashMap<>());
        }
        for (Transition transition : transitions) {
            Stage to = byKey.get(transition.to());
            Map<String, Cell> row = rows.get(transition.from());
            if (to == null || row == null) {
                throw new IllegalStateException("unchecked transition " + transition);
            }
            row.put(to.key(), Cell.declared(pipeline, transition, to));
        }
        rows.forEach((from, row) -> complete(from, row, stages));
    }

    private static void complete(String from, Map<String, Cell> row, List<Stage> stages) {
        List<String> reachable =
                stages.stream().map(Stage::key).filter(row::containsKey).toList();
        String allowed = reachable.isEmpty() ? "none" : String.join(", ", reachable);
        for (Stage stage : stages) {
            String to = stage.key();
            Refusal refusal = to.equals(from)
                    ? Refusal.lazy("already-there", null, "the lead is in \"%s\" already", to)
                    : Refusal.lazy("not-declared", null, "no transition from %s to %s; allowed: %s", from, to, allowed);
            row.putIfAbsent(to, Cell.refused(to, refusal));
        }
    }

    /** Null when there is no such pair of stages. */
    @Nullable
    Cell find(String from, String to) {
        Map<String, Cell> row = rows.get(from);
        return row == null ? null : row.get(to);
    }
}
