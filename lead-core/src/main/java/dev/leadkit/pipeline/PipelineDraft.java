package dev.leadkit.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as it was written, before anything is checked. Lists keep what can't be right, such as repeats, so that
 * {@link PipelineCheck} can name it.
 *
 * @param start a stage's key; blank when it was not given
 * @param listed whether transitions were written, were it none
 * @param reopening absent when only transitions open leads again
 */
record PipelineDraft(
        String name,
        int version,
        List<Placed<Stage>> stages,
        String start,
        boolean free,
        boolean listed,
        List<Placed<Transition>> transitions,
        @Nullable Reopening reopening,
        List<Placed<TimedRule>> timed) {

    List<Stage> stageValues() {
        return stages.stream().map(Placed::value).toList();
    }

    /** The declared moves, or for a free pipeline those from each open stage to every other stage. */
    List<Transition> effectiveTransitions() {
        if (!free) {
            return transitions.stream().map(Placed::value).toList();
        }
        List<Stage> all = stageValues();
        List<Transition> moves = new ArrayList<>();
        for (Stage from : all) {
            for (Stage to : all) {
                if (!from.category().isClosed() && !from.key().equals(to.key())) {
                    moves.add(new Transition(from.key(), to.key(), List.of()));
                }
            }
        }
        return moves;
    }
}
