package dev.leadkit.pipeline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the transitions of a draft lead. */
final class PipelinePaths {
    private final PipelineDraft draft;
    private final Map<String, Set<String>> next = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();

    PipelinePaths(PipelineDraft draft) {
        this.draft = draft;
        for (Transition transition : draft.effectiveTransitions()) {
            next.computeIfAbsent(transition.from(), key -> new HashSet<>()).add(transition.to());
            before.computeIfAbsent(transition.to(), key -> new HashSet<>()).add(transition.from());
        }
    }

    /** Whether a transition leaves the stage. */
    boolean isLeft(Stage stage) {
        return next.containsKey(stage.key());
    }

    /** Whether a transition leads to the stage. */
    boolean isEntered(Stage stage) {
        return before.containsKey(stage.key());
    }

    /** The keys of the stages to which leads get from the first one. */
    Set<String> reachable() {
        return closure(List.of(draft.start()), next);
    }

    /** The keys of the stages from which leads get to one of some categories. */
    Set<String> leadingTo(Collection<StageCategory> categories) {
        List<String> ends = draft.stageValues().stream()
                .filter(stage -> categories.contains(stage.category()))
                .map(Stage::key)
                .toList();
        return closure(ends, before);
    }

    private static Set<String> closure(List<String> from, Map<String, Set<String>> edges) {
        Set<String> seen = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (String key : edges.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(key)) {
                    open.add(key);
                }
            }
        }
        return seen;
    }
}
