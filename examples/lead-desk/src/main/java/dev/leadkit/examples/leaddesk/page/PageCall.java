package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.LeadDesk;
import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.security.Principal;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request for a page by somebody who is signed in. Not safe to share. */
final class PageCall {
    private final Context ctx;
    private final DeskHost host;
    private final Templates templates;
    private final Principal who;
    private final String csrfToken;

    PageCall(Context ctx, DeskHost host, Templates templates, Principal who, String csrfToken) {
        this.ctx = ctx;
        this.host = host;
        this.templates = templates;
        this.who = who;
        this.csrfToken = csrfToken;
    }

    Context ctx() {
        return ctx;
    }

    DeskHost host() {
        return host;
    }

    Principal who() {
        return who;
    }

    LeadDesk desk() {
        return host.desk(who);
    }

    /** Null when it is not there. */
    @Nullable
    String query(String name) {
        return ctx.queryParam(name);
    }

    /** Whether a script asks, for a part of a page. */
    boolean isForPart() {
        String accept = ctx.header("Accept");
        return ctx.header("HX-Request") != null || accept != null && accept.contains("application/json");
    }

    /** Answers with a template; {@code who}, {@code csrf} and {@code path} are known to each. */
    void render(String template, Map<String, Object> model) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("who", who);
        whole.put("csrf", csrfToken);
        whole.put("path", ctx.path());
        ctx.html(templates.render(template, whole));
    }
}
