package dev.leadkit.pipeline;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
    private final Map<String, Stage> byKey = new HashMap<>();
    private final TransitionTable table;
    private final List<Problem> warnings;
    private final @Nullable Reopening reopening;
    private final List<TimedRule> timedRules;
    private final boolean limited;

    Pipeline(PipelineDraft draft) {
        name = draft.name();
        version = draft.version();
        free = draft.free();
        stages = draft.stageValues();
        stages.forEach(stage -> byKey.put(stage.key(), stage));
        start = findStage(draft.start()).orElseThrow();
        transitions = List.copyOf(draft.effectiveTransitions());
        table = new TransitionTable(this, stages, transitions);
        warnings = PipelineWarnings.of(draft);
        reopening = draft.reopening();
        timedRules = draft.timed().stream().map(Placed::value).toList();
        limited = stages.stream().anyMatch(stage -> stage.wipLimit() != null);
    }

    /** Begins a pipeline in code; {@link PipelineBuilder#build()} checks it as a whole. */
    public static PipelineBuilder named(String name) {
        return new PipelineBuilder(name);
    }

    /** @throws InvalidDefinitionException with all problems of the document, or if the file can't be read */
    public static Pipeline read(Path path) {
        return read(path, HostGuards.none());
    }

    /**
     * @param guards which the definition may ask for; another one is a problem
     * @throws InvalidDefinitionException with all problems of the document, or if the file can't be read
     */
    public static Pipeline read(Path path, HostGuards guards) {
        return parse(DefinitionReader.file(path), guards);
    }

    /** @throws InvalidDefinitionException with all problems of the document */
    public static Pipeline parse(String json) {
        return parse(json, HostGuards.none());
    }

    /**
     * @param guards which the definition may ask for; another one is a problem
     * @throws InvalidDefinitionException with all problems of the document
     */
    public static Pipeline parse(String json, HostGuards guards) {
        return PipelineJson.parse(json, guards);
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

    /** What works but is hardly meant, such as a probability that falls along the way; in the order of the checks. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** How closed leads may be opened again where no transition says so; empty when they may not. */
    public Optional<Reopening> reopening() {
        return Optional.ofNullable(reopening);
    }

    /** What becomes of leads that nobody touches, in the order of the definition. */
    public List<TimedRule> timedRules() {
        return timedRules;
    }

    /** The fields that its stages and transitions ask for, by their names in {@link dev.leadkit.lead.LeadField}. */
    public Set<String> askedFields() {
        Set<String> fields = new TreeSet<>();
        stages.forEach(stage -> fields.addAll(stage.required()));
        for (Transition transition : transitions) {
            fields.addAll(transition.required());
            transition.guards().forEach(guard -> askedFields(guard, fields));
        }
        return fields;
    }

    private static void askedFields(Guard guard, Set<String> fields) {
        if (guard instanceof Guard.Has has) {
            fields.add(has.field());
        } else if (guard instanceof Guard.All all) {
            all.parts().forEach(part -> askedFields(part, fields));
        } else if (guard instanceof Guard.Any any) {
            any.parts().forEach(part -> askedFields(part, fields));
        } else if (guard instanceof Guard.Not not) {
            askedFields(not.part(), fields);
        }
    }

    public Optional<Stage> findStage(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /**
     * Says whether a lead may move as of its last activity, see {@link #decide(Lead, String, Actor, Instant)}. The instant
     * matters to {@link Guard#inStageFor} alone, which so holds later than it could, never sooner.
     */
    public Decision decide(Lead lead, String to, Actor actor) {
        return decide(lead, to, actor, lead.lastActivityAt());
    }

    /**
     * Says whether a lead may move, with every reason against it. Changes nothing; each guard is asked once.
     *
     * @param to a stage's key; an unknown one is refused, not thrown
     * @param actor who would move it
     * @param at when
     */
    public Decision decide(Lead lead, String to, Actor actor, Instant at) {
        return decide(lead, to, actor, at, Occupancy.UNKNOWN);
    }

    /**
     * The same, knowing how full the stage is.
     *
     * @param occupancy where it says nothing of the stage, a hard limit refuses the move, since nobody could hold it, and a
     *     soft one has no warning
     */
    public Decision decide(Lead lead, String to, Actor actor, Instant at, Occupancy occupancy) {
        Cell cell = table.find(lead.stage(), to);
        Decision decision = cell == null ? unknown(lead, to) : cell.decide(lead, actor, at);
        return limited ? WipLimit.asked(this, lead, decision, occupancy) : decision;
    }

    /**
     * Says whether a closed lead may be opened again: where a transition says so, as {@link #decide} would; else where the
     * pipeline has a {@link Reopening} that leads there, and the lead has what the stage requires.
     *
     * @param to an open stage's key
     */
    public Decision decideReopening(Lead lead, String to, Actor actor, Instant at, Occupancy occupancy) {
        return SpecialMoves.reopen(this, lead, to, actor, at, occupancy);
    }

    /**
     * Says whether an actor may move a lead whatever speaks against it. A move that nothing speaks against is allowed as
     * {@link #decide} allows it; one to or from a stage that the pipeline does not have is never allowed.
     *
     * @param policy asked when something speaks against the move, and not otherwise
     */
    public Decision decideOverride(
            Lead lead, String to, Actor actor, Instant at, Occupancy occupancy, OverridePolicy policy) {
        return SpecialMoves.override(this, lead, to, actor, at, occupancy, policy);
    }

    /** Whether the limit of a stage, where it is hard, lets a lead more in. A stage that there is not has room. */
    public boolean hasRoom(String stage, Lead lead, Occupancy occupancy) {
        Stage into = byKey.get(stage);
        WipLimit limit = into == null ? null : into.wipLimit();
        return limit == null
                || !limit.hard()
                || limit.against(lead, stage, occupancy).isEmpty();
    }

    private Decision unknown(Lead lead, String to) {
        Refusal refusal;
        if (byKey.containsKey(to)) {
            String pattern = "the lead's stage \"%s\" is none of version %s of pipeline \"%s\"";
            refusal = Refusal.lazy("unknown-stage", null, pattern, lead.stage(), version, name);
        } else {
            String keys = String.join(", ", stages.stream().map(Stage::key).toList());
            refusal = Refusal.lazy("unknown-stage", null, "there is no stage \"%s\"; stages: %s", to, keys);
        }
        return new Decision.Refused(to, List.of(refusal));
    }

    /**
     * Says whether a lead may be put back into the stage that it was in, because what took it out is undone. It was there
     * rightly, so neither the declared moves nor their guards are asked; but the stage must still be one of this pipeline,
     * and have room.
     *
     * @param itsPipeline the name of the pipeline that the lead was in
     * @param to the key of the stage that it was in, or of the one that has taken its place; apply the decision as of the
     *     instant when the lead came there first, since it never left
     */
    public Decision decideRestoring(Lead lead, String itsPipeline, String to, Occupancy occupancy) {
        if (!itsPipeline.equals(name)) {
            String pattern = "the lead was in pipeline \"%s\", not in \"%s\"";
            return refused(to, Refusal.lazy("other-pipeline", null, pattern, itsPipeline, name));
        }
        Stage stage = byKey.get(to);
        if (stage == null) {
            String pattern = "the stage \"%s\" is none of version %s of pipeline \"%s\"";
            return refused(to, Refusal.lazy("unknown-stage", null, pattern, to, version, name));
        }
        return WipLimit.asked(this, lead, new Decision.Allowed(this, stage), occupancy);
    }

    private static Decision refused(String to, Refusal refusal) {
        return new Decision.Refused(to, List.of(refusal));
    }

    /** The decision for each other stage as of the lead's last activity, in the order of the board. */
    public List<Decision> options(Lead lead, Actor actor) {
        return options(lead, actor, lead.lastActivityAt());
    }

    /** The decision for each other stage as of an instant, in the order of the board. */
    public List<Decision> options(Lead lead, Actor actor, Instant at) {
        return options(lead, actor, at, Occupancy.UNKNOWN);
    }

    /** The same, knowing how full the stages are. */
    public List<Decision> options(Lead lead, Actor actor, Instant at, Occupancy occupancy) {
        List<Decision> options = new ArrayList<>();
        for (Stage stage : stages) {
            if (!stage.key().equals(lead.stage())) {
                options.add(decide(lead, stage.key(), actor, at, occupancy));
            }
        }
        return options;
    }

    /**
     * Says whether a lead of another pipeline may come into a stage of this one: no transition leads there, so that the
     * stage's own requirements and its limit decide. Changes nothing.
     *
     * @param to a stage's key; an unknown one is refused, not thrown
     * @param actor who would move it
     * @param occupancy as in {@link #decide(Lead, String, Actor, Instant, Occupancy)}
     */
    public Decision decideEntry(Lead lead, String to, Actor actor, Occupancy occupancy) {
        return WipLimit.asked(this, lead, decideEntry(lead, to, actor), occupancy);
    }

    /** What the stage requires of a lead alone, whatever its limit says: for figures of those that lack it. */
    public Decision decideEntry(Lead lead, String to, Actor actor) {
        return findStage(to)
                .map(stage -> Cell.entry(this, stage).decide(lead, actor, lead.lastActivityAt()))
                .orElseGet(() -> unknown(lead, to));
    }

    /**
     * Brings a lead of another version of this pipeline to this one. Not a move: what a stage requires is asked of who comes
     * into it, not of who is in it already, and the time in it goes on. Its reason for being lost goes when the stage no
     * longer means so.
     *
     * @param stage the key of the stage of this version that takes the place of the one it is in
     * @throws IllegalArgumentException if the lead is of another pipeline, or there is no such stage
     */
    public Lead adopt(Lead lead, String stage) {
        Stage place = findStage(stage).orElseThrow(() -> new IllegalArgumentException("no stage " + stage));
        if (!lead.pipeline().equals(name)) {
            throw new IllegalArgumentException("a lead of %s can't be adopted by %s".formatted(lead.pipeline(), this));
        }
        Lead.Builder adopted =
                lead.toBuilder().stage(name, version, stage, place.category().isClosed(), lead.stageEnteredAt());
        return (place.category() == StageCategory.LOST ? adopted : adopted.lostReason(null)).build();
    }

    /** The same under another number, 1 or more. */
    public Pipeline withVersion(int number) {
        return new Pipeline(new PipelineDraft(
                name,
                number,
                Placed.all("/stages/", stages),
                start.key(),
                free,
                !free,
                Placed.all("/transitions/", free ? List.of() : transitions),
                reopening,
                Placed.all("/timed/", timedRules)));
    }

    /** The JSON document from which {@link #parse} makes the same pipeline; it names the host's guards. */
    public String toJson() {
        return PipelineWriter.write(this);
    }

    /** Puts a lead that is being made into the first stage. */
    public Lead.Builder enter(Lead.Builder lead, Instant at) {
        return lead.stage(name, version, start.key(), false, at);
    }

    /** The pipeline as a Mermaid state diagram. */
    public String toMermaid() {
        return PipelineDiagram.mermaid(this, null);
    }

    /** The same with live numbers: how many leads are in each stage, how many went which way, and the share of them. */
    public String toMermaid(PipelineTraffic traffic) {
        return PipelineDiagram.mermaid(this, traffic);
    }

    /** The pipeline in Graphviz' DOT language. */
    public String toDot() {
        return PipelineDiagram.dot(this, null);
    }

    /** The same with live numbers: how many leads are in each stage, how many went which way, and the share of them. */
    public String toDot(PipelineTraffic traffic) {
        return PipelineDiagram.dot(this, traffic);
    }

    @Override
    public String toString() {
        return "Pipeline[%s@%s]".formatted(name, version);
    }
}
