package dev.leadkit.pipeline;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stages of a sale and the moves between them, at one version.
 *
 * <p>Compiled once into a table; immutable and safe to share. {@link #decide} is the only place in LeadKit that says
 * whether a lead may move, whoever asks: a person, a rule, an import.
 *
 * <pre>{@code
 * Pipeline sales = Pipeline.named("sales")
 *         .open("new", "New")
 *         .open("qualified", "Qualified")
 *         .won("customer", "Customer")
 *         .lost("dropped", "Dropped")
 *         .startingAt("new")
 *         .allow("new", "qualified")
 *         .allow("qualified", "customer", Guard.scoreAtLeast(60))
 *         .allowFromAnyOpenStage("dropped")
 *         .build();
 * }</pre>
 */
public final class Pipeline {
    private final String name;
    private final int version;
    private final boolean free;
    private final List<Stage> stages;
    private final Stage start;
    private final List<Transition> transitions;
    private final Map<String, Integer> indexByKey = new HashMap<>();
    private final Cell[][] table;

    /** What the table knows of one move. */
    private record Cell(Decision.Allowed allowed, Guard[] conditions) {}

    Pipeline(PipelineDraft draft) {
        name = draft.name();
        version = draft.version();
        free = draft.free();
        stages = draft.stageValues();
        for (int i = 0; i < stages.size(); i++) {
            indexByKey.put(stages.get(i).key(), i);
        }
        start = stages.get(index(draft.start()));
        transitions = List.copyOf(draft.effectiveTransitions());
        table = new Cell[stages.size()][stages.size()];
        for (Transition transition : transitions) {
            Stage to = stages.get(index(transition.to()));
            List<Guard> conditions = new ArrayList<>();
            to.required().forEach(field -> conditions.add(Guard.has(field)));
            conditions.addAll(transition.guards());
            table[index(transition.from())][index(transition.to())] =
                    new Cell(new Decision.Allowed(this, to), conditions.toArray(Guard[]::new));
        }
    }

    /** Begins a pipeline in code; {@link PipelineBuilder#build()} checks it as a whole. */
    public static PipelineBuilder named(String name) {
        return new PipelineBuilder(name);
    }

    /** @throws InvalidDefinitionException with all problems of the document, or if the file can't be read */
    public static Pipeline read(Path path) {
        return parse(DefinitionReader.file(path));
    }

    /** @throws InvalidDefinitionException with all problems of the document */
    public static Pipeline parse(String json) {
        return PipelineJson.parse(json);
    }

    /** New, Qualified, Assigned, Contacted, Converted, Lost. Entering Assigned needs an assignee. */
    public static Pipeline sixStage() {
        return parse(DefinitionReader.resource(Pipeline.class.getResourceAsStream("six-stage.json")));
    }

    /** New, Contacted, Qualified, Converted, Lost, with any move between open stages, as on a kanban board. */
    public static Pipeline fiveStage() {
        return parse(DefinitionReader.resource(Pipeline.class.getResourceAsStream("five-stage.json")));
    }

    public String name() {
        return name;
    }

    /** 1 or more. */
    public int version() {
        return version;
    }

    /** In the order of the board. */
    public List<Stage> stages() {
        return stages;
    }

    /** The open stage in which leads begin. */
    public Stage start() {
        return start;
    }

    /** All declared moves; for a free pipeline those from each open stage to every other stage. */
    public List<Transition> transitions() {
        return transitions;
    }

    /** Whether any open stage leads to any other stage. */
    public boolean isFree() {
        return free;
    }

    public Optional<Stage> findStage(String key) {
        Integer index = indexByKey.get(key);
        return index == null ? Optional.empty() : Optional.of(stages.get(index));
    }

    /**
     * Says whether a lead may move, with every reason against it. Changes nothing.
     *
     * @param to a stage's key; an unknown one is refused, not thrown
     * @param actor who would move it
     */
    public Decision decide(Lead lead, String to, Actor actor) {
        Integer target = indexByKey.get(to);
        if (target == null) {
            return refuse(to, "unknown-stage", "there is no stage \"%s\"; stages: %s".formatted(to, keys(stages)));
        }
        Integer from = indexByKey.get(lead.stage());
        if (from == null) {
            String text = "the lead's stage \"%s\" is none of version %d of pipeline \"%s\"";
            return refuse(to, "unknown-stage", text.formatted(lead.stage(), version, name));
        }
        if (from.equals(target)) {
            return refuse(to, "already-there", "the lead is in \"%s\" already".formatted(to));
        }
        Cell cell = table[from][target];
        if (cell == null) {
            String text = "no transition from %s to %s; allowed: %s";
            return refuse(to, "not-declared", text.formatted(lead.stage(), to, reachableFrom(from)));
        }
        List<Refusal> refusals = null;
        for (Guard condition : cell.conditions) {
            Refusal refusal = condition.refusalOf(lead);
            if (refusal != null) {
                refusals = refusals == null ? new ArrayList<>() : refusals;
                refusals.add(refusal);
            }
        }
        return refusals == null ? cell.allowed : new Decision.Refused(to, refusals);
    }

    /**
     * Says whether a lead may be put back into the stage that it was in, because what took it out is undone. It was there
     * rightly, so neither the declared moves nor their guards are asked; but the stage must still be one of this pipeline.
     *
     * @param then the lead as it was; apply the decision as of its {@link Lead#stageEnteredAt}, since it never left
     */
    public Decision restore(Lead then) {
        if (!then.pipeline().equals(name)) {
            String text = "the lead was in pipeline \"%s\", not in \"%s\"";
            return refuse(then.stage(), "other-pipeline", text.formatted(then.pipeline(), name));
        }
        Integer target = indexByKey.get(then.stage());
        if (target == null) {
            String text = "the stage \"%s\" is none of version %d of pipeline \"%s\"";
            return refuse(then.stage(), "unknown-stage", text.formatted(then.stage(), version, name));
        }
        return new Decision.Allowed(this, stages.get(target));
    }

    /** The decision for each other stage, in the order of the board. */
    public List<Decision> options(Lead lead, Actor actor) {
        List<Decision> options = new ArrayList<>();
        for (Stage stage : stages) {
            if (!stage.key().equals(lead.stage())) {
                options.add(decide(lead, stage.key(), actor));
            }
        }
        return options;
    }

    /** Puts a lead that is being made into the first stage. */
    public Lead.Builder enter(Lead.Builder lead, Instant at) {
        return lead.stage(name, version, start.key(), false, at);
    }

    /** The pipeline as a Mermaid state diagram. */
    public String toMermaid() {
        return PipelineDiagram.mermaid(this);
    }

    /** The pipeline in Graphviz' DOT language. */
    public String toDot() {
        return PipelineDiagram.dot(this);
    }

    private int index(String key) {
        Integer index = indexByKey.get(key);
        if (index == null) {
            throw new IllegalStateException("unchecked stage " + key);
        }
        return index;
    }

    private String reachableFrom(int from) {
        List<Stage> reachable = new ArrayList<>();
        for (int to = 0; to < stages.size(); to++) {
            if (table[from][to] != null) {
                reachable.add(stages.get(to));
            }
        }
        return reachable.isEmpty() ? "none" : keys(reachable);
    }

    private static String keys(Collection<Stage> stages) {
        return String.join(", ", stages.stream().map(Stage::key).toList());
    }

    private static Decision.Refused refuse(String to, String code, String text) {
        return new Decision.Refused(to, List.of(new Refusal(code, text, null)));
    }

    @Override
    public String toString() {
        return "Pipeline[%s@%d]".formatted(name, version);
    }
}
