package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.examples.leaddesk.chart.PipelineDiagram;
import dev.leadkit.examples.leaddesk.rest.Json;
import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.examples.leaddesk.settings.DifferenceWords;
import dev.leadkit.examples.leaddesk.settings.Draft;
import dev.leadkit.examples.leaddesk.settings.PrettyJson;
import dev.leadkit.examples.leaddesk.settings.StageWords;
import dev.leadkit.migration.MigrationPlan;
import dev.leadkit.migration.MigrationProgress;
import dev.leadkit.migration.PipelineHistory;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.migration.StageMap;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pipeline: as it is, as a draft, what publishing the draft would do, and its past versions. */
final class PipelineSettings {
    private static final int BATCH = 100;

    private PipelineSettings() {}

    /** A version that was published. */
    record PastVersion(int number, boolean current, boolean kept, String words) {}

    /** One way from a stage to another. */
    record Move(String from, String to, String guards) {}

    /** A stage whose leads need another one. @param choice the key of the one that takes its place; empty for none yet */
    record Successor(String key, String name, String choice) {}

    static void show(PageCall call) {
        Pipelines pipelines = call.desk().pipelines();
        Pipeline pipeline = pipeline(call, pipelines);
        Map<String, Object> model = shown(call, pipeline);
        PipelineHistory history = pipelines.history(pipeline.name());
        int next = history.current().number() + 1;
        model.put("text", PrettyJson.of(pipeline.withVersion(next).toJson()));
        model.put("names", pipelines.list().stream().map(Pipeline::name).toList());
        model.put("versions", versions(pipelines, pipeline, history));
        model.put("readOnly", call.desk().plan().gate(Feature.PIPELINES).access() != FeatureAccess.ON);
        model.put("hint", call.desk().plan().gate(Feature.PIPELINES).upgradeHint());
        call.render("settings-pipeline", model);
    }

    /** The drawing and the table alone, for when leads move. */
    static void showCounts(PageCall call) {
        call.render(
                "settings-pipeline-shown",
                shown(call, pipeline(call, call.desk().pipelines())));
    }

    private static Pipeline pipeline(PageCall call, Pipelines pipelines) {
        String name = call.query("name");
        return name == null
                ? call.host().pipeline(call.who().tenant())
                : pipelines
                        .find(name)
                        .orElseThrow(
                                () -> new ProblemException(404, "pipeline-not-found", "there is no such pipeline"));
    }

    private static Map<String, Object> shown(PageCall call, Pipeline pipeline) {
        Map<String, Object> model = drawn(pipeline, counts(call, pipeline));
        model.put("pipeline", pipeline);
        return model;
    }

    private static Map<String, Object> drawn(Pipeline pipeline, @Nullable Map<String, Long> counts) {
        Map<String, Object> model = new HashMap<>();
        model.put("diagram", PipelineDiagram.of(pipeline, counts));
        model.put("stages", StageWords.of(pipeline, counts));
        model.put("free", pipeline.isFree());
        model.put("moves", pipeline.isFree() ? List.of() : moves(pipeline));
        return model;
    }

    private static List<Move> moves(Pipeline pipeline) {
        return pipeline.transitions().stream()
                .map(way -> new Move(
                        name(pipeline, way.from()),
                        name(pipeline, way.to()),
                        way.guards().stream().map(guard -> guard.label()).collect(Collectors.joining(", "))))
                .toList();
    }

    private static String name(Pipeline pipeline, String stage) {
        return pipeline.findStage(stage).map(Stage::name).orElse(stage);
    }

    /** Null when the plan does not open the board. */
    private static @Nullable Map<String, Long> counts(PageCall call, Pipeline pipeline) {
        try {
            Map<String, Long> counts = new HashMap<>();
            BoardQuery all =
                    BoardQuery.of(LeadFilter.all().inPipeline(pipeline.name())).cards(0);
            for (Board.Column column : call.desk().board(all).columns()) {
                counts.merge(column.stage(), column.count(), Long::sum);
            }
            return counts;
        } catch (NotEntitledException closed) {
            return null;
        }
    }

    private static List<PastVersion> versions(Pipelines pipelines, Pipeline pipeline, PipelineHistory history) {
        List<PastVersion> versions = new ArrayList<>();
        for (PipelineHistory.Version version : history.versions()) {
            boolean current = version.number() == history.current().number();
            versions.add(new PastVersion(
                    version.number(),
                    current,
                    current || pipelines.find(pipeline.name(), version.number()).isPresent(),
                    words(version)));
        }
        Collections.reverse(versions);
        return versions;
    }

    private static String words(PipelineHistory.Version version) {
        String map = version.stages().stages().entrySet().stream()
                .map(entry -> entry.getKey() + " became " + entry.getValue())
                .collect(Collectors.joining(", "));
        String restored = version.restores() == null ? "" : "version " + version.restores() + " again";
        return restored.isEmpty() || map.isEmpty() ? restored + map : restored + "; " + map;
    }

    /** Problems of the draft, and what it looks like when it has none. */
    static void check(PageCall call) {
        String text = SettingsPages.text(call);
        Draft<Pipeline> draft = read(call, text);
        Pipeline pipeline = draft.value();
        Map<String, Object> model = pipeline == null ? new HashMap<>() : drawn(pipeline, counts(call, pipeline));
        model.put("draft", draft);
        model.put("warnings", pipeline == null ? List.of() : Draft.marked(text, pipeline.warnings()));
        call.render("settings-pipeline-draft", model);
    }

    /** What the library says against the text itself, and against publishing it now. */
    private static Draft<Pipeline> read(PageCall call, String text) {
        Draft<Pipeline> draft = Draft.read(text, Pipeline::parse);
        return draft.value() == null
                ? draft
                : new Draft<>(
                        draft.value(),
                        Draft.marked(text, call.desk().pipelines().check(text)));
    }

    static void plan(PageCall call) {
        MigrationPlan plan = planned(call);
        render(call, plan, "publish");
    }

    private static MigrationPlan planned(PageCall call) {
        return call.desk().pipelines().plan(Pipeline.parse(SettingsPages.text(call)), map(call));
    }

    static void planRollback(PageCall call) {
        render(call, plannedRollback(call), "rollback");
    }

    private static MigrationPlan plannedRollback(PageCall call) {
        Pipelines pipelines = call.desk().pipelines();
        return pipelines.planRollback(
                pipeline(call, pipelines).name(), (int) SettingsPages.number(call, "version"), map(call));
    }

    /** Pairs of {@code from} and {@code to} in the address; what is left open is left out. */
    private static StageMap map(PageCall call) {
        List<String> from = call.ctx().queryParams("from");
        List<String> to = call.ctx().queryParams("to");
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            if (!to.get(i).isEmpty()) {
                map.put(from.get(i), to.get(i));
            }
        }
        return map.isEmpty() ? StageMap.NONE : new StageMap(map);
    }

    private static void render(PageCall call, MigrationPlan plan, String act) {
        Map<String, Object> model = new HashMap<>();
        model.put("plan", plan);
        model.put("act", act);
        model.put("version", call.query("version") == null ? "" : call.query("version"));
        Pipeline current = plan.current();
        boolean free = current != null && current.isFree() && plan.next().isFree();
        model.put("difference", DifferenceWords.of(plan.difference(), free));
        model.put("isNew", current == null);
        model.put("successors", successors(call, plan));
        model.put("targets", StageCount.of(plan.next(), Map.of()));
        List<String> order = (current == null ? plan.next() : current)
                .stages().stream().map(Stage::key).toList();
        model.put(
                "moves",
                plan.moves().stream()
                        .sorted(Comparator.comparingInt(move -> order.indexOf(move.from())))
                        .map(move -> PlannedMove.of(plan, move))
                        .toList());
        call.render("settings-pipeline-plan", model);
    }

    /** What becomes of the leads of one stage. @param to empty when nothing takes its place */
    record PlannedMove(String from, String to, long leads, String effects, List<String> lacking) {
        static PlannedMove of(MigrationPlan plan, MigrationPlan.StageMove move) {
            Pipeline current = plan.current();
            List<String> effects = new ArrayList<>();
            if (move.closing() > 0) {
                effects.add(move.closing() + " close");
            }
            if (move.reopening() > 0) {
                effects.add(move.reopening() + " open again");
            }
            return new PlannedMove(
                    current == null ? move.from() : name(current, move.from()),
                    move.to() == null ? "" : name(plan.next(), move.to()),
                    move.leads(),
                    String.join(", ", effects),
                    move.lacking().stream()
                            .map(lacking -> "%s: %s"
                                    .formatted(
                                            lacking.leads(), lacking.refusal().text()))
                            .toList());
        }
    }

    /** The stages that the next version has not, with what was chosen in their place. */
    private static List<Successor> successors(PageCall call, MigrationPlan plan) {
        Map<String, String> chosen = map(call).stages();
        return plan.difference().removed().stream()
                .map(stage -> new Successor(stage.key(), stage.name(), chosen.getOrDefault(stage.key(), "")))
                .toList();
    }

    static void publish(PageCall call) {
        publish(call, planned(call), "publish");
    }

    static void rollback(PageCall call) {
        publish(call, plannedRollback(call), "rollback");
    }

    /** Publishes what was shown; where it has changed meanwhile, the new plan is shown instead. */
    private static void publish(PageCall call, MigrationPlan plan, String act) {
        if (!plan.problems().isEmpty()) {
            throw new InvalidDefinitionException(plan.problems());
        }
        if (!plan.token().equals(call.query("token"))) {
            render(call, plan, act);
            return;
        }
        Pipeline published = call.desk().pipelines().publish(plan);
        call.render("settings-pipeline-published", Map.of("pipeline", published, "leads", plan.leads()));
    }

    /** How far one batch came. */
    record Progress(
            long migrated,
            long there,
            List<String> held,
            @Nullable String next) {}

    /** Brings one batch of leads along; the page asks again until there is none left. */
    static void migrate(PageCall call) {
        Pipelines pipelines = call.desk().pipelines();
        PageRequest page = PageRequest.first(BATCH);
        String cursor = call.query("cursor");
        MigrationProgress progress = pipelines.migrate(
                pipeline(call, pipelines).name(), cursor == null || cursor.isEmpty() ? page : page.after(cursor));
        call.ctx()
                .contentType("application/json")
                .result(Json.text(new Progress(
                        progress.migrated(),
                        progress.there(),
                        progress.held().stream()
                                .map(held ->
                                        "%s stays in %s: %s".formatted(held.lead(), held.stage(), words(held.why())))
                                .toList(),
                        progress.next())));
    }

    private static String words(MigrationProgress.Why why) {
        return switch (why) {
            case NO_SUCCESSOR -> "no stage takes the place of its own";
            case IDENTITY_TAKEN -> "another open lead is of the same visitor";
            case BUSY -> "others changed it too often just now";
        };
    }
}
