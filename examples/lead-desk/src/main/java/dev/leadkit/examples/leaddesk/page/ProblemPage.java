package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.examples.leaddesk.rest.Dispatcher;
import dev.leadkit.examples.leaddesk.rest.Problem;
import io.javalin.http.Context;
import java.util.Map;

/** Says on a page why something was not done. */
final class ProblemPage {
    private ProblemPage() {}

    /** A script gets the problem as JSON, a person as a page. */
    static void show(Context ctx, Templates templates, Exception failure) {
        if (ctx.header("HX-Request") != null || accepts(ctx, "application/json")) {
            Dispatcher.fail(ctx, failure);
            return;
        }
        Problem problem = Dispatcher.log(ctx, failure);
        ctx.status(problem.status());
        ctx.html(templates.render("problem", Map.of("problem", problem)));
    }

    private static boolean accepts(Context ctx, String mediaType) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains(mediaType);
    }
}
