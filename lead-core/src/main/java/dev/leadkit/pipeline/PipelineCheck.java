package dev.leadkit.pipeline;

import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds everything that is wrong with a draft, each problem with its place in the document. */
final class PipelineCheck {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final PipelineDraft draft;
    private final Problems problems;
    private final Map<String, Stage> stages = new HashMap<>();

    private PipelineCheck(PipelineDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    static void check(PipelineDraft draft, Problems problems) {
        var check = new PipelineCheck(draft, problems);
        check.key("/name", draft.name());
        check.stages();
        check.start();
        check.moves();
        check.transitions();
        // Reachability means something only once stages, start and transitions are sound.
        if (problems.isEmpty()) {
            check.paths();
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
            for (int f = 0; f < stage.required().size(); f++) {
                field(at + "/required/" + f, stage.required().get(f));
            }
        }
        if (!draft.stages().isEmpty()
                && draft.stageValues().stream().noneMatch(stage -> stage.category() == StageCategory.WON)) {
            add("/stages", "no-won-stage", "no stage is of category won", "add one in which a sale is made");
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

    private void field(String at, String field) {
        if (!RequiredField.isKnown(field)) {
            add(
                    at,
                    "unknown-field",
                    "there is no field \"%s\"".formatted(field),
                    "use one of: " + String.join(", ", RequiredField.names()) + ", field:KEY");
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
            for (int g = 0; g < transition.guards().size(); g++) {
                if (transition.guards().get(g) instanceof Guard.Has has) {
                    field(at + "/guards/" + g + "/has", has.field());
                }
            }
        }
    }

    private void paths() {
        Map<String, Set<String>> next = new HashMap<>();
        Map<String, Set<String>> before = new HashMap<>();
        for (Transition transition : draft.effectiveTransitions()) {
            next.computeIfAbsent(transition.from(), key -> new HashSet<>()).add(transition.to());
            before.computeIfAbsent(transition.to(), key -> new HashSet<>()).add(transition.from());
        }
        Set<String> reachable = closure(List.of(draft.start()), next);
        Set<String> canClose = closure(
                draft.stageValues().stream()
                        .filter(stage -> stage.category().isClosed())
                        .map(Stage::key)
                        .toList(),
                before);
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
            if (!stage.category().isClosed() && !next.containsKey(stage.key())) {
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
