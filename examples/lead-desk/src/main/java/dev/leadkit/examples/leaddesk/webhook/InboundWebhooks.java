package dev.leadkit.examples.leaddesk.webhook;

import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.adapter.GenericAdapter;
import dev.leadkit.capture.adapter.InboundPost;
import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.rest.Dispatcher;
import dev.leadkit.examples.leaddesk.rest.Json;
import dev.leadkit.examples.leaddesk.rest.Problem;
import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.RateLimits;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.TenantId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What chat channels post to {@code /webhooks/in/TENANT/CHANNEL}: each post is checked by its signature and goes to the hook.
 * {@code generic} is for a channel of one's own, which shows an API key instead.
 */
public final class InboundWebhooks {
    private static final String GENERIC = "generic";
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final DeskHost host;
    private final Dispatcher dispatcher;
    private final RateLimits limits;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    /** @param verifyToken what Meta sends when the webhook is set up; absent for other channels */
    private record Source(
            TenantId tenant,
            Channel channel,
            String secret,
            @Nullable String verifyToken) {}

    public InboundWebhooks(DeskHost host, Dispatcher dispatcher, RateLimits limits) {
        this.host = host;
        this.dispatcher = dispatcher;
        this.limits = limits;
    }

    /**
     * Lets a channel post.
     *
     * @param option {@code TENANT:CHANNEL=SECRET}, or {@code TENANT:CHANNEL=SECRET,VERIFYTOKEN} for Meta's
     * @throws IllegalArgumentException if it is not of this form; the secret is not repeated
     */
    public void add(String option) {
        int equals = option.indexOf('=');
        int colon = option.lastIndexOf(':', Math.max(equals, 0));
        if (colon < 1 || equals < colon || equals == option.length() - 1) {
            throw new IllegalArgumentException("--webhook-in: expected TENANT:CHANNEL=SECRET[,VERIFYTOKEN]");
        }
        String[] secrets = option.substring(equals + 1).split(",", 2);
        String channel = option.substring(colon + 1, equals);
        TenantId tenant = TenantId.of(option.substring(0, colon));
        sources.put(
                key(tenant.value(), channel),
                new Source(tenant, Channel.ofKey(channel), secrets[0], secrets.length == 2 ? secrets[1] : null));
    }

    public void register(RoutesConfig routes) {
        routes.post("/webhooks/in/{tenant}/" + GENERIC, ctx -> answer(ctx, this::generic));
        routes.post("/webhooks/in/{tenant}/{channel}", ctx -> answer(ctx, this::post));
        routes.get("/webhooks/in/{tenant}/{channel}", ctx -> answer(ctx, this::verify));
    }

    private interface Step {
        void take(Context ctx) throws IOException;
    }

    private static void answer(Context ctx, Step step) {
        try {
            step.take(ctx);
        } catch (Exception failure) {
            Dispatcher.fail(ctx, failure);
        }
    }

    private void generic(Context ctx) throws IOException {
        Principal who = dispatcher.admit(ctx);
        if (!who.tenant().value().equals(ctx.pathParam("tenant")) || !who.role().isAtLeast(Role.REP)) {
            throw new ProblemException(
                    Problem.of(403, "not-permitted", "your key is not for this tenant, or not for this"));
        }
        deliver(ctx, who.tenant(), new GenericAdapter(), body(ctx));
    }

    private void post(Context ctx) throws IOException {
        Source source = source(ctx);
        Dispatcher.requireRate(limits.secondsToWait(
                "channel " + key(source.tenant().value(), source.channel().name())));
        byte[] body = body(ctx);
        if (!source.channel().isGenuine(source.secret(), ctx, body, host.now())) {
            throw new ProblemException(
                    Problem.of(401, "bad-signature", "the post is not signed by the channel's secret"));
        }
        deliver(ctx, source.tenant(), source.channel().adapter(), body);
    }

    /** How Meta asks whether the address is ours. */
    private void verify(Context ctx) {
        Source source = source(ctx);
        String token = ctx.queryParam("hub.verify_token");
        String challenge = ctx.queryParam("hub.challenge");
        boolean ours = source.verifyToken() != null
                && token != null
                && challenge != null
                && "subscribe".equals(ctx.queryParam("hub.mode"))
                && MessageDigest.isEqual(
                        source.verifyToken().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        if (!ours) {
            throw new ProblemException(Problem.of(403, "bad-token", "the token is not the one that was agreed on"));
        }
        ctx.contentType("text/plain; charset=utf-8").result(challenge);
    }

    private Source source(Context ctx) {
        Source source = sources.get(key(ctx.pathParam("tenant"), ctx.pathParam("channel")));
        if (source == null) {
            throw new ProblemException(Problem.of(404, "no-such-channel", "no channel posts here"));
        }
        return source;
    }

    private void deliver(Context ctx, TenantId tenant, ChannelAdapter adapter, byte[] body) {
        InboundPost post = adapter.read(new String(body, StandardCharsets.UTF_8));
        host.capture(tenant).onMessages(post.messages());
        ctx.contentType("application/json")
                .result(Json.text(new Taken(post.messages().size(), post.skipped())));
    }

    private record Taken(int messages, Map<String, Integer> skipped) {}

    private static byte[] body(Context ctx) throws IOException {
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new ProblemException(
                        Problem.of(413, "too-large", "expected at most %d bytes".formatted(MOST_BYTES)));
            }
            return body;
        }
    }

    private static String key(String tenant, String channel) {
        return tenant.length() + ":" + tenant + channel.toLowerCase(Locale.ROOT);
    }
}
