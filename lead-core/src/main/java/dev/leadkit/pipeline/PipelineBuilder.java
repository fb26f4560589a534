package dev.leadkit.pipeline;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a pipeline in code, the same value that the JSON document would make. Not safe to share. */
public final class PipelineBuilder {
    private final String name;
    private int version = 1;
    private final List<Stage> stages = new ArrayList<>();
    private String start = "";
    private boolean free;
    private final List<Transition> transitions = new ArrayList<>();
    private final List<String> fromAnyOpenStage = new ArrayList<>();
    private @Nullable Reopening reopening;
    private final List<TimedRule> timed = new ArrayList<>();

    PipelineBuilder(String name) {
        this.name = name;
    }

    public PipelineBuilder version(int newVersion) {
        version = newVersion;
        return this;
    }

    /** Adds a column to the right. */
    public PipelineBuilder stage(Stage stage) {
        stages.add(stage);
        return this;
    }

    public PipelineBuilder open(String key, String stageName) {
        return stage(Stage.of(key, stageName, StageCategory.OPEN));
    }

    public PipelineBuilder won(String key, String stageName) {
        return stage(Stage.of(key, stageName, StageCategory.WON));
    }

    public PipelineBuilder lost(String key, String stageName) {
        return stage(Stage.of(key, stageName, StageCategory.LOST));
    }

    /** Where leads begin; the first stage unless said otherwise. */
    public PipelineBuilder startingAt(String key) {
        start = key;
        return this;
    }

    /** Any open stage leads to any other stage. */
    public PipelineBuilder free() {
        free = true;
        return this;
    }

    public PipelineBuilder allow(String from, String to, Guard... guards) {
        transitions.add(new Transition(from, to, List.of(guards)));
        return this;
    }

    /** A transition that requires fields, too. */
    public PipelineBuilder allow(Transition transition) {
        transitions.add(transition);
        return this;
    }

    public PipelineBuilder allowFromAnyOpenStage(String to) {
        fromAnyOpenStage.add(to);
        return this;
    }

    /** Closed leads may be opened again; without it only where a transition says so. */
    public PipelineBuilder reopening(Reopening itsReopening) {
        reopening = itsReopening;
        return this;
    }

    /** Adds what becomes of leads that nobody touches, after the rules before it. */
    public PipelineBuilder timed(TimedRule rule) {
        timed.add(rule);
        return this;
    }

    /** @throws InvalidDefinitionException with all problems, placed as they would be in the JSON document */
    public Pipeline build() {
        List<Transition> all = new ArrayList<>(transitions);
        for (String to : fromAnyOpenStage) {
            for (Stage stage : stages) {
                if (!stage.category().isClosed() && !stage.key().equals(to)) {
                    all.add(new Transition(stage.key(), to, List.of()));
                }
            }
        }
        String first = stages.isEmpty() ? "" : stages.get(0).key();
        var problems = new Problems();
        if (stages.isEmpty()) {
            problems.add("/stages", "empty", "expected at least one stage, found none", "add stages");
        }
        var draft = new PipelineDraft(
                name,
                version,
                placed("/stages/", stages),
                start.isBlank() ? first : start,
                free,
                !all.isEmpty(),
                placed("/transitions/", all),
                reopening,
                placed("/timed/", timed));
        PipelineCheck.check(draft, problems);
        problems.throwIfAny();
        return new Pipeline(draft);
    }

    private static <T> List<Placed<T>> placed(String pointer, List<T> values) {
        List<Placed<T>> placed = new ArrayList<>();
        values.forEach(value -> placed.add(new Placed<>(pointer + placed.size(), value)));
        return placed;
    }
}
