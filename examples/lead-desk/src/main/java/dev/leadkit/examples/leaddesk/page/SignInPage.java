package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.sample.SampleUsers;
import dev.leadkit.examples.leaddesk.security.Authentication;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.RateLimits;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs somebody in, by an API key, or with the sample by a click on one of its users. */
final class SignInPage {
    private static final String TO = "to";

    private final DeskHost host;
    private final Authentication authentication;
    private final Templates templates;
    private final RateLimits limits;
    private final boolean byClick;

    SignInPage(DeskHost host, Authentication authentication, Templates templates, RateLimits limits, boolean byClick) {
        this.host = host;
        this.authentication = authentication;
        this.templates = templates;
        this.limits = limits;
        this.byClick = byClick;
    }

    /** For the address of this page: where the page that was asked for is, to go there afterwards; empty for a form. */
    static String thenTo(Context ctx) {
        if (!ctx.method().equals(HandlerType.GET)) {
            return "";
        }
        String query = ctx.queryString();
        String asked = ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
        return "?" + TO + "=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }

    void show(Context ctx) {
        show(ctx, ctx.queryParam(TO), "");
    }

    private void show(Context ctx, @Nullable String to, String message) {
        List<Principal> users = byClick ? SampleUsers.all() : List.of();
        ctx.html(templates.render("sign-in", Map.of("users", users, "message", message, "to", to == null ? "" : to)));
    }

    /** Whether it is a path of this server, whatever a browser makes of it: {@code //host} and {@code /\host} are others. */
    static boolean isOurs(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }

    /** Another site may send this form, and gets nothing by it but a session that its own page can't read. */
    void signIn(Context ctx) {
        if (limits.secondsToWait("sign-in " + ctx.ip()) > 0) {
            ctx.status(429);
            show(ctx, ctx.formParam(TO), "Too many tries; wait a moment.");
            return;
        }
        Optional<Principal> user = chosen(ctx);
        if (user.isPresent()) {
            authentication.signIn(ctx, user.get());
            String to = ctx.formParam(TO);
            ctx.redirect(to != null && isOurs(to) ? to : "/board");
        } else {
            ctx.status(403);
            show(ctx, ctx.formParam(TO), "That is no key of this server.");
        }
    }

    private Optional<Principal> chosen(Context ctx) {
        String key = ctx.formParam("key");
        if (key != null && !key.isBlank()) {
            return authentication.ofKey(key.strip());
        }
        String tenant = ctx.formParam("tenant");
        String user = ctx.formParam("user");
        return byClick && tenant != null && user != null
                ? SampleUsers.all().stream()
                        .filter(each -> each.tenant().value().equals(tenant)
                                && each.user().equals(user))
                        .findFirst()
                        .flatMap(each -> host.directory().find(each.tenant(), each.user()))
                : Optional.empty();
    }

    void signOut(Context ctx) {
        if (authentication.isOwnRequest(ctx)) {
            authentication.signOut(ctx);
        }
        ctx.redirect("/sign-in");
    }
}
