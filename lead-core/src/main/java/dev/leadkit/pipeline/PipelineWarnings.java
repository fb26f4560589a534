package dev.leadkit.pipeline;

import dev.leadkit.definition.Problem;
import dev.leadkit.lead.LeadField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what works in a sound draft, but is hardly meant. */
final class PipelineWarnings {
    private final PipelineDraft draft;
    private final List<Problem> warnings = new ArrayList<>();

    private PipelineWarnings(PipelineDraft draft) {
        this.draft = draft;
    }

    static List<Problem> of(PipelineDraft draft) {
        var its = new PipelineWarnings(draft);
        its.names();
        its.probabilities();
        its.closedStages();
        its.ways();
        its.requiredFields();
        return List.copyOf(its.warnings);
    }

    private void names() {
        Map<String, Stage> byName = new HashMap<>();
        for (Placed<Stage> placed : draft.stages()) {
            Stage stage = placed.value();
            Stage first = byName.putIfAbsent(stage.name(), stage);
            if (first != null) {
                add(
                        placed.pointer() + "/name",
                        "duplicate-name",
                        "\"%s\" and \"%s\" are both called \"%s\"".formatted(first.key(), stage.key(), stage.name()),
                        "tell them apart");
            }
        }
    }

    private void probabilities() {
        double highest = 0;
        for (Placed<Stage> placed : draft.stages()) {
            Stage stage = placed.value();
            Double probability = stage.probability();
            if (probability == null) {
                continue;
            }
            String at = placed.pointer() + "/probability";
            switch (stage.category()) {
                case OPEN -> {
                    if (probability < highest) {
                        add(
                                at,
                                "probability-falls",
                                "%s is less than the %s of an earlier stage".formatted(probability, highest),
                                "let it rise along the way, or put the stages in order");
                    }
                    highest = Math.max(highest, probability);
                }
                case WON -> certain(at, stage, probability, 1, "won-probability");
                case LOST -> certain(at, stage, probability, 0, "lost-probability");
            }
        }
    }

    private void certain(String at, Stage stage, double found, double expected, String code) {
        if (found != expected) {
            add(
                    at,
                    code,
                    "a lead in \"%s\" is %s, found %s"
                            .formatted(stage.key(), stage.category().key(), found),
                    "write %.0f or leave it out".formatted(expected));
        }
    }

    private void closedStages() {
        for (Placed<Stage> placed : draft.stages()) {
            Stage stage = placed.value();
            if (stage.category().isClosed() && stage.wipLimit() != null) {
                unused(placed, "wipLimit", "closed-wip-limit");
            }
            if (stage.category().isClosed() && stage.staleAfter() != null) {
                unused(placed, "staleAfter", "closed-stale-after");
            }
        }
    }

    private void unused(Placed<Stage> stage, String key, String code) {
        add(
                stage.pointer() + "/" + key,
                code,
                "\"%s\" is closed, nobody works there".formatted(stage.value().key()),
                "remove it");
    }

    private void ways() {
        if (draft.stageValues().stream().noneMatch(stage -> stage.category() == StageCategory.LOST)) {
            add("/stages", "no-lost-stage", "no stage is of category lost", "add one, or leads stay open for ever");
        }
        Set<String> winning = new PipelinePaths(draft).leadingTo(Set.of(StageCategory.WON));
        for (Placed<Stage> placed : draft.stages()) {
            Stage stage = placed.value();
            if (!stage.category().isClosed() && !winning.contains(stage.key())) {
                add(
                        placed.pointer(),
                        "never-won",
                        "no way leads from \"%s\" to a won stage".formatted(stage.key()),
                        "add a transition towards one");
            }
        }
    }

    private void requiredFields() {
        var paths = new PipelinePaths(draft);
        Map<String, Stage> stages = new HashMap<>();
        for (Placed<Stage> placed : draft.stages()) {
            Stage stage = placed.value();
            stages.put(stage.key(), stage);
            required(placed.pointer() + "/required", stage.required(), stage);
            if (!stage.required().isEmpty() && !paths.isEntered(stage)) {
                add(
                        placed.pointer() + "/required",
                        "never-asked",
                        "leads begin in \"%s\", and nobody moves them there".formatted(stage.key()),
                        "require it where they go next");
            }
        }
        for (Placed<Transition> placed : draft.transitions()) {
            Stage to = stages.get(placed.value().to());
            if (to != null) {
                required(placed.pointer() + "/required", placed.value().required(), to);
            }
        }
    }

    private void required(String at, List<String> fields, Stage to) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            if (!seen.add(field)) {
                add(at + "/" + i, "duplicate-field", "\"%s\" stands twice".formatted(field), "remove one");
            }
            if (field.equals(LeadField.LOST_REASON) && to.category() != StageCategory.LOST) {
                add(
                        at + "/" + i,
                        "lost-reason-elsewhere",
                        "no lead is lost in \"%s\"".formatted(to.key()),
                        "require it of a lost stage");
            }
        }
    }

    private void add(String at, String code, String message, String mend) {
        warnings.add(new Problem(at, code, message, mend));
    }
}
