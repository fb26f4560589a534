package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.LeadDesk;
import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.LeadId;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * To whom somebody may give a lead that he moves with it. A rep sees his own leads and those of nobody alone: one that he had
     * given away he could not move.
     */
    List<Principal> takers() {
        return who.role().isAtLeast(Role.MANAGER) ? host.directory().of(who.tenant()) : List.of(who);
    }

    /** The lead of the address; empty for a text that is no id. */
    Optional<LeadId> lead() {
        return leadId(ctx.pathParam("id"));
    }

    static Optional<LeadId> leadId(String text) {
        try {
            return Optional.of(LeadId.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The fields of the form that came in, without those that were left empty. */
    Map<String, String> form() {
        Map<String, String> filled = new LinkedHashMap<>();
        ctx.formParamMap().forEach((name, values) -> {
            if (!values.get(0).isBlank()) {
                filled.put(name, values.get(0));
            }
        });
        return filled;
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
