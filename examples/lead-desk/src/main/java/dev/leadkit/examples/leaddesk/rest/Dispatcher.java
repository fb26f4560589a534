package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.security.Authentication;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.RateLimits;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.TenantId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of each request to the interface: who asks, whether he may now, what is done, and the answer or the problem. Also
 * for pages whose parts answer with problems.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private static final int MOST_CAUSES = 3;
    private static final int MOST_LOGGED = 3_000;
    private static final long MOST_UNREAD = 4 * 1024 * 1024;

    private final DeskHost host;
    private final Authentication authentication;
    private final RateLimits limits;
    private final Idempotency idempotency;
    private final Consumer<TenantId> onErased;

    /** @param onErased is told the tenant after each erasure */
    public Dispatcher(DeskHost host, Authentication authentication, RateLimits limits, Consumer<TenantId> onErased) {
        this.host = host;
        this.authentication = authentication;
        this.limits = limits;
        this.idempotency = new Idempotency(host);
        this.onErased = onErased;
    }

    void handle(Context ctx, Route route) {
        try {
            var call = new Call(ctx, host, admit(ctx));
            if (!route.method().equals(HandlerType.GET)) {
                call.require(Role.REP); // a viewer changes nothing, not even to what it is already
            }
            String key = route.method().equals(HandlerType.POST) ? ctx.header(Idempotency.HEADER) : null;
            Answer answer = key == null
                    ? route.endpoint().answer(call)
                    : idempotency.answer(key, call, route, ctx.path() + "?" + ctx.queryString(), call.anyBytes());
            if (answer.erased()) {
                idempotency.forget(call.who().tenant());
                onErased.accept(call.who().tenant());
            }
            send(ctx, answer);
        } catch (Exception failure) {
            fail(ctx, failure);
        }
    }

    /**
     * Who asks, if he may.
     *
     * @throws ProblemException if nobody is signed in, another site sent it, or he asks too often
     */
    public Principal admit(Context ctx) {
        Principal who = authentication
                .find(ctx)
                .orElseThrow(() -> new ProblemException(
                        401, "not-signed-in", "expected Authorization: Bearer KEY, or the cookie of a session"));
        if (!authentication.isOwnRequest(ctx)) {
            throw new ProblemException(
                    403, "csrf", "expected the CSRF token of the page in " + Authentication.CSRF_HEADER);
        }
        requireRate(limits.secondsToWait(who));
        return who;
    }

    /** @throws ProblemException if there is to be waited */
    public static void requireRate(int secondsToWait) {
        if (secondsToWait > 0) {
            throw new ProblemException(
                    Problem.of(429, "too-many-requests", "ask again later").with("retryAfter", secondsToWait));
        }
    }

    private static void send(Context ctx, Answer answer) throws IOException {
        readRest(ctx);
        ctx.status(answer.status());
        answer.headers().forEach(ctx::header);
        Answer.Content content = answer.content();
        if (content != null) {
            ctx.contentType(content.mediaType());
            content.writeTo(ctx.outputStream());
        }
    }

    /** Answers with the problem of a failure; a mistake of ours is logged without its message, which may hold anything. */
    public static void fail(Context ctx, Throwable failure) {
        answer(ctx, log(ctx, failure));
    }

    /** The problem of a failure, for who shows it in another way. */
    public static Problem log(Context ctx, Throwable failure) {
        Problem problem = Problems.of(failure);
        if (problem.status() >= 500 && isHungUp(failure)) {
            LOG.debug("{} {}: nobody waits for the answer any more", ctx.method(), ctx.endpoint().path);
        } else if (problem.status() >= 500) {
            LOG.error("{} {}: {}", ctx.method(), ctx.endpoint().path, where(failure));
        }
        return problem;
    }

    /** Whether the client ended the connection before it had its answer, which is no mistake of ours. */
    private static boolean isHungUp(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof EofException) {
                return true;
            }
        }
        return false;
    }

    static void answer(Context ctx, Problem problem) {
        readRest(ctx);
        ctx.status(problem.status());
        if (problem.more().get("retryAfter") instanceof Integer seconds) {
            ctx.header("Retry-After", seconds.toString());
        }
        if (problem.more().get("allow") instanceof String methods) {
            ctx.header("Allow", methods);
        }
        if (problem.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        ctx.contentType(Problem.MEDIA_TYPE);
        ctx.result(problem.toJson());
    }

    /**
     * Reads what nobody read of the request: the web server otherwise ends the connection behind the answer, at which the
     * client's next request may just be on its way.
     */
    private static void readRest(Context ctx) {
        try {
            InputStream in = ctx.req().getInputStream();
            if (in.skip(MOST_UNREAD) == MOST_UNREAD && in.read() >= 0) {
                ctx.header("Connection", "close");
            }
        } catch (IOException broken) {
            ctx.header("Connection", "close");
        }
    }

    /** Where it broke, and by what; an exception's message may hold anything, so that it is left out. */
    private static String where(Throwable failure) {
        var text = new StringBuilder();
        Throwable each = failure;
        for (int depth = 0; each != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "" : "\ncaused by ").append(each.getClass().getName());
            for (StackTraceElement frame : each.getStackTrace()) {
                if (text.length() < MOST_LOGGED * (depth + 1)) {
                    text.append("\n    at ").append(frame);
                }
            }
            each = each.getCause();
        }
        return text.toString();
    }
}
