package dev.leadkit.pipeline;

import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds everything that is wrong with a draft, each problem with its place in the document. */
final class PipelineCheck {
    /** The table has a cell for each pair. */
    static final int MAX_STAGES = 200;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final PipelineDraft draft;
    private final Problems problems;
    private final GuardCheck guards;
    private final Map<String, Stage> stages = new HashMap<>();

    private PipelineCheck(PipelineDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
        this.guards = new GuardCheck(problems);
    }

    static void check(PipelineDraft draft, Problems problems) {
        var check = new PipelineCheck(draft, problems);
        check.key("/name", draft.name());
        check.stages();
        check.start();
        check.moves();
        check.transitions();
        MoveRulesCheck.check(draft, check.stages, problems);
        // These two mean something only once stages, start and transitions are sound.
        if (problems.isEmpty()) {
            check.paths();
            check.contradictions();
        }
    }

    private void stages() {
        for (Placed<Stage> placed : draft.stages()) {
            Stage stage = placed.value();
            String at = placed.pointer();
            key(at + "/key", stage.key());
            if (stages.putIfAbsent(stage.key(), stage) != null) {
                add(
                        at + "/key",
                        "duplicate-stage",
                        "the stage \"%s\" stands twice".formatted(stage.key()),
                        "give each stage a key of its own");
            }
            if (stage.colour() != null && !COLOUR.matcher(stage.colour()).matches()) {
                add(
                        at + "/colour",
                        "bad-colour",
                        "expected #rrggbb, found \"%s\"".formatted(stage.colour()),
                        "write it like #2f6fde");
            }
            required(at, stage.required());
            lostReasons(at + "/lostReasons", stage);
        }
        if (draft.stages().size() > MAX_STAGES) {
            add(
                    "/stages",
                    "too-many",
                    "expected at most %d stages, found %d"
                            .formatted(MAX_STAGES, draft.stages().size()),
                    "split the pipeline");
        }
        if (!draft.stages().isEmpty()
                && draft.stageValues().stream().noneMatch(stage -> stage.category() == StageCategory.WON)) {
            add("/stages", "no-won-stage", "no stage is of category won", "add one in which a sale is made");
        }
    }

    private void required(String at, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            guards.field(at + "/required/" + i, fields.get(i));
        }
    }

    private void key(String at, String key) {
        try {
            Input.id("key", key);
        } catch (InvalidInputException refused) {
            add(
                    at,
                    "bad-key",
                    "expected %s, found %s".formatted(refused.expected(), refused.found()),
                    "choose a short, plain key");
        }
    }

    private void lostReasons(String at, Stage stage) {
        List<LostReason> reasons = stage.lostReasons();
        if (!reasons.isEmpty() && stage.category() != StageCategory.LOST) {
            add(
                    at,
                    "lost-reasons-misplaced",
                    "\"%s\" is %s, no lead is lost there"
                            .formatted(stage.key(), stage.category().key()),
                    "move them to a lost stage");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < reasons.size(); i++) {
            String key = reasons.get(i).key();
            key(at + "/" + i, key);
            if (!seen.add(key)) {
                add(
                        at + "/" + i,
                        "duplicate-lost-reason",
                        "the reason \"%s\" stands twice".formatted(key),
                        "give each reason a key of its own");
            }
        }
    }

    private void start() {
        if (draft.start().isBlank()) {
            return; // reported by who read it
        }
        Stage start = stages.get(draft.start());
        if (start == null) {
            unknownStage("/start", draft.start());
        } else if (start.category().isClosed()) {
            add(
                    "/start",
                    "closed-start",
                    "leads would begin in \"%s\", which is %s"
                            .formatted(start.key(), start.category().key()),
                    "start at an open stage");
        }
    }

    private void moves() {
        if (draft.free() == draft.listed()) {
            add(
                    "",
                    "moves-unclear",
                    draft.free() ? "both \"free\" and \"transitions\" are given" : "no moves are given",
                    "give either one");
        }
    }

    private void transitions() {
        Set<List<String>> seen = new HashSet<>();
        for (Placed<Transition> placed : draft.transitions()) {
            Transition transition = placed.value();
            String at = placed.pointer();
            if (!stages.containsKey(transition.from())) {
                unknownStage(at + "/from", transition.from());
            }
            if (!stages.containsKey(transition.to())) {
                unknownStage(at + "/to", transition.to());
            }
            if (transition.from().equals(transition.to())) {
                add(at, "self-transition", "it leads from a stage to itself", "remove it");
            }
            if (!seen.add(List.of(transition.from(), transition.to()))) {
                add(
                        at,
                        "duplicate-transition",
                        "%s to %s stands twice".formatted(transition.from(), transition.to()),
                        "put the guards of both into one");
            }
            required(at, transition.required());
            guards.fields(at + "/guards", transition.guards());
        }
    }

    private void contradictions() {
        for (Placed<Transition> placed : draft.transitions()) {
            Transition transition = placed.value();
            List<String> required = new ArrayList<>(transition.required());
            Stage to = stages.get(transition.to());
            if (to != null) {
                required.addAll(to.required());
            }
            guards.contradictions(placed.pointer() + "/guards", required, transition.guards());
        }
    }

    private void paths() {
        var paths = new PipelinePaths(draft);
        Set<String> reachable = paths.reachable();
        Set<String> canClose = paths.leadingTo(Set.of(StageCategory.WON, StageCategory.LOST));
        for (Placed<Stage> placed : draft.stages()) {
            Stage stage = placed.value();
            String at = placed.pointer();
            if (!reachable.contains(stage.key())) {
                add(
                        at,
                        "unreachable-stage",
                        "no way leads from \"%s\" to \"%s\"".formatted(draft.start(), stage.key()),
                        "add a transition to it or remove the stage");
            }
            if (!stage.category().isClosed() && !paths.isLeft(stage)) {
                add(
                        at,
                        "dead-end",
                        "no transition leaves the open stage \"%s\"".formatted(stage.key()),
                        "add one or make the stage won or lost");
            } else if (!canClose.contains(stage.key())) {
                add(
                        at,
                        "never-closes",
                        "no way leads from \"%s\" to a closed stage".formatted(stage.key()),
                        "add a transition towards one");
            }
        }
    }

    private void unknownStage(String at, String key) {
        add(
                at,
                "unknown-stage",
                "there is no stage \"%s\"".formatted(key),
                "use one of: "
                        + String.join(", ", stages.keySet().stream().sorted().toList()));
    }

    private void add(String at, String code, String message, String mend) {
        problems.add(at, code, message, mend);
    }
}
