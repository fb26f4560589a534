package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.migration.MigrationPlan;
import dev.leadkit.migration.MigrationProgress;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.migration.PublishedPipeline;
import dev.leadkit.migration.StageMap;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tenant's pipelines: read by all; checked, published and taken back by an admin. */
final class PipelineRoutes {
    /** Up to so many leads are brought along at once; others follow with their next move, or by {@code migrate}. */
    private static final long BROUGHT_AT_ONCE = 2_000;

    private static final int BATCH = 500;
    private static final int MOST_BYTES = 1024 * 1024;

    private PipelineRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/pipelines/{name}", PipelineRoutes::get),
                Route.put("/pipelines/{name}", PipelineRoutes::put),
                Route.decision("/pipelines/{name}/plan", PipelineRoutes::plan),
                Route.decision("/pipelines/{name}/publish", PipelineRoutes::publish),
                Route.decision("/pipelines/{name}/rollback", PipelineRoutes::rollback),
                Route.decision("/pipelines/{name}/migrate", PipelineRoutes::migrate));
    }

    private static Answer get(Call call) {
        Pipeline pipeline = find(call);
        return Answer.ok(json(pipeline)).version(pipeline.version());
    }

    static JsonNode json(Pipeline pipeline) {
        return Json.read(pipeline.toJson().getBytes(StandardCharsets.UTF_8));
    }

    /** Everybody sees the stages of the board, so that this asks no desk. */
    private static Pipeline find(Call call) {
        return call.host()
                .kit()
                .wiring()
                .pipelines()
                .find(call.who().tenant(), call.path("name"))
                .map(PublishedPipeline::current)
                .orElseThrow(() -> new ProblemException(404, "pipeline-not-found", "there is no such pipeline"));
    }

    /** Publishes a definition whose stages have the keys that they had. */
    private static Answer put(Call call) {
        call.require(Role.ADMIN);
        call.requireMediaType("application/json");
        Pipeline next = named(call, new String(call.bytes(MOST_BYTES), StandardCharsets.UTF_8));
        call.host()
                .kit()
                .wiring()
                .pipelines()
                .find(call.who().tenant(), next.name())
                .ifPresent(known -> call.requireSeen(known.current().version()));
        return publish(call, call.desk().pipelines().plan(next));
    }

    private static Answer plan(Call call) {
        return Answer.ok(PlanJson.of(readPlan(call, call.body(MOST_BYTES))));
    }

    private static Answer publish(Call call) {
        Body body = call.body(MOST_BYTES);
        String token = body.optionalText("token");
        MigrationPlan plan = readPlan(call, body);
        if (token != null && !token.equals(plan.token())) {
            throw new ProblemException(409, "plan-changed", "it would do something else by now; look at a new plan");
        }
        return publish(call, plan);
    }

    private static MigrationPlan readPlan(Call call, Body body) {
        call.require(Role.ADMIN);
        String definition = body.json("definition");
        Map<String, String> map = body.textsByName("map");
        if (definition == null) {
            body.wrong("definition", "missing", "expected the definition of a pipeline");
        }
        body.has("token");
        body.done();
        return call.desk().pipelines().plan(named(call, definition == null ? "" : definition), new StageMap(map));
    }

    private static Answer rollback(Call call) {
        call.require(Role.ADMIN);
        Body body = call.body();
        Integer version = body.optionalInteger("version");
        Map<String, String> map = body.textsByName("map");
        boolean dryRun = body.flag("dryRun");
        if (version == null) {
            body.wrong("version", "missing", "expected the number of an earlier version");
        }
        body.done();
        Pipeline current = find(call);
        MigrationPlan plan =
                call.desk().pipelines().planRollback(current.name(), version == null ? 0 : version, new StageMap(map));
        return dryRun ? Answer.ok(PlanJson.of(plan)) : publish(call, plan);
    }

    private static Answer migrate(Call call) {
        call.require(Role.ADMIN);
        Body body = call.optionalBody();
        Integer limit = body.optionalInteger("limit");
        String cursor = body.optionalText("cursor");
        body.done();
        return Answer.ok(Progress.of(call.desk()
                .pipelines()
                .migrate(find(call).name(), new PageRequest(limit == null ? BATCH : limit, cursor))));
    }

    private static Answer publish(Call call, MigrationPlan plan) {
        if (!plan.problems().isEmpty()) {
            throw new InvalidDefinitionException(plan.problems());
        }
        Pipelines pipelines = call.desk().pipelines();
        Pipeline published = pipelines.publish(plan);
        if (plan.leads() <= BROUGHT_AT_ONCE) {
            pipelines.migrateAll(published.name(), progress -> {});
        }
        return Answer.ok(json(published)).version(published.version());
    }

    private static Pipeline named(Call call, String json) {
        Pipeline pipeline = Pipeline.parse(json);
        if (!pipeline.name().equals(call.path("name"))) {
            throw new ProblemException(
                    422, "other-name", "the definition has another name than the address; they must be the same");
        }
        return pipeline;
    }

    /** How far leads were brought along. @param next the cursor to go on from; null when all were looked at */
    record Progress(
            long migrated,
            long there,
            List<Held> held,
            @Nullable String next) {
        static Progress of(MigrationProgress progress) {
            return new Progress(
                    progress.migrated(),
                    progress.there(),
                    progress.held().stream()
                            .map(each -> new Held(
                                    each.lead().toString(),
                                    each.stage(),
                                    each.why().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                            .toList(),
                    progress.next());
        }
    }

    record Held(String lead, String stage, String why) {}
}
