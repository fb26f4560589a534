package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.examples.leaddesk.rest.Problem.Reason;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.view.OpenedView;
import dev.leadkit.view.SavedView;
import dev.leadkit.view.View;
import dev.leadkit.view.ViewId;
import dev.leadkit.view.ViewMode;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saved views: one's own, those of one's team, and those that others share with all. */
final class ViewRoutes {
    private ViewRoutes() {}

    /**
     * @param team which team sees it; left out when none does
     * @param query by the names of the list's parameters
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ViewJson(
            String id,
            long version,
            String name,
            String owner,
            boolean shared,
            @Nullable String team,
            String mode,
            Map<String, List<String>> query,
            List<String> columns,
            String savedAt) {
        static ViewJson of(SavedView saved) {
            View view = saved.view();
            return new ViewJson(
                    saved.id().toString(),
                    saved.version(),
                    view.name(),
                    saved.owner(),
                    view.shared(),
                    view.team(),
                    view.mode().key(),
                    view.query(),
                    view.columns(),
                    saved.savedAt().toString());
        }
    }

    /** @param broken what it names and there is no more */
    record Opened(ViewJson view, List<String> columns, List<Reason> broken) {}

    record Views(List<ViewJson> items) {}

    static List<Route> all() {
        return List.of(
                Route.get("/views", ViewRoutes::list),
                Route.post("/views", ViewRoutes::create),
                Route.get("/views/{id}", ViewRoutes::get),
                Route.put("/views/{id}", ViewRoutes::put),
                Route.delete("/views/{id}", ViewRoutes::delete));
    }

    private static Answer list(Call call) {
        return Answer.ok(
                new Views(call.desk().views().list().stream().map(ViewJson::of).toList()));
    }

    private static Answer create(Call call) {
        SavedView saved = call.desk().views().save(view(call));
        return Answer.created(RestApi.ROOT + "/views/" + saved.id(), ViewJson.of(saved))
                .version(saved.version());
    }

    private static Answer get(Call call) {
        SavedView saved = find(call);
        OpenedView opened = call.desk().views().open(saved, ZoneOffset.UTC);
        return Answer.ok(new Opened(ViewJson.of(saved), opened.columns(), Problems.ofDefinition(opened.broken())))
                .version(saved.version());
    }

    private static Answer put(Call call) {
        SavedView saved = find(call);
        call.requireSeen(saved.version());
        SavedView next = call.desk().views().save(saved, view(call));
        return Answer.ok(ViewJson.of(next)).version(next.version());
    }

    private static Answer delete(Call call) {
        SavedView saved = find(call);
        call.requireSeen(saved.version());
        call.desk().views().remove(saved);
        return Answer.nothing();
    }

    private static SavedView find(Call call) {
        ProblemException missing = new ProblemException(404, "view-not-found", "there is no such view");
        try {
            return call.desk().views().find(ViewId.parse(call.path("id"))).orElseThrow(() -> missing);
        } catch (InvalidInputException none) {
            throw missing;
        }
    }

    private static View view(Call call) {
        Body body = call.body();
        String name = body.text("name");
        boolean shared = body.flag("shared");
        String team = body.optionalText("team");
        String mode = body.optionalText("mode");
        List<String> columns = body.texts("columns");
        Map<String, List<String>> query = new LinkedHashMap<>();
        Body its = body.object("query");
        if (its != null) {
            its.names().forEach(parameter -> query.put(parameter, its.textOrTexts(parameter)));
        }
        body.done();
        return new View(name, query, columns, mode == null ? ViewMode.LIST : mode(mode), shared, team);
    }

    private static ViewMode mode(String key) {
        return Arrays.stream(ViewMode.values())
                .filter(mode -> mode.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("mode", "list or board", "another text"));
    }
}
