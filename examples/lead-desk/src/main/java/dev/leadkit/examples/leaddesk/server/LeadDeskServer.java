package dev.leadkit.examples.leaddesk.server;

import dev.leadkit.event.LeadListener;
import dev.leadkit.event.OutboxRelay;
import dev.leadkit.event.RelayPolicy;
import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.host.OwnerOnly;
import dev.leadkit.examples.leaddesk.host.Secrets;
import dev.leadkit.examples.leaddesk.host.Storage;
import dev.leadkit.examples.leaddesk.live.LiveFeed;
import dev.leadkit.examples.leaddesk.live.LiveRoute;
import dev.leadkit.examples.leaddesk.live.RelayThread;
import dev.leadkit.examples.leaddesk.page.Pages;
import dev.leadkit.examples.leaddesk.rest.Dispatcher;
import dev.leadkit.examples.leaddesk.rest.RestApi;
import dev.leadkit.examples.leaddesk.sample.SampleData;
import dev.leadkit.examples.leaddesk.sample.SampleUsers;
import dev.leadkit.examples.leaddesk.security.ApiKeys;
import dev.leadkit.examples.leaddesk.security.Authentication;
import dev.leadkit.examples.leaddesk.security.Directory;
import dev.leadkit.examples.leaddesk.security.RateLimits;
import dev.leadkit.examples.leaddesk.security.SecurityHeaders;
import dev.leadkit.examples.leaddesk.security.Sessions;
import dev.leadkit.examples.leaddesk.webhook.InboundWebhooks;
import dev.leadkit.examples.leaddesk.webhook.TenantWebhook;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The running server. Closing it ends the web server first, then what works behind it, and the database last. */
public final class LeadDeskServer implements AutoCloseable {
    private static final int BURST_SECONDS = 4;
    private static final int THREADS = 100;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Javalin web;

    private LeadDeskServer(ServerOptions options, PrintWriter progress) throws IOException {
        try {
            web = begin(options, progress);
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /**
     * Opens the database, puts the sample into it where that is wanted, and begins to listen.
     *
     * @param progress is told what goes on
     * @throws IllegalArgumentException if an option is none
     */
    public static LeadDeskServer start(ServerOptions options, PrintWriter progress) throws IOException {
        return new LeadDeskServer(options, progress);
    }

    private Javalin begin(ServerOptions options, PrintWriter progress) throws IOException {
        var directory = new Directory();
        ApiKeys keys = keys(options, directory);
        OwnerOnly.makeFolder(options.data);
        var secrets = new Secrets(options.data);
        Map<String, LeadListener> webhooks = webhooks(options, secrets);
        var feed = new LiveFeed();
        Map<String, LeadListener> endpoints = new LinkedHashMap<>(webhooks);
        endpoints.put(LiveFeed.ENDPOINT, feed);
        Storage storage = closing(Storage.open(options.jdbcUrl, options.data));
        byte[] identityKey = secrets.identityKey();
        if (options.hasSample()) {
            // Of what is long past nobody is told, so that this host has no endpoints.
            SampleData.fill(
                    clock -> new DeskHost(storage, identityKey, directory, Map.of(), clock), Instant.now(), progress);
        }
        var host = new DeskHost(storage, identityKey, directory, endpoints, Clock.systemUTC());
        closing(host.rescorer()).start();
        if (!webhooks.isEmpty()) {
            relay("webhooks", storage, webhooks, host); // a thread of its own, since the outside may be slow
        }
        RelayThread relay = relay("live", storage, Map.of(LiveFeed.ENDPOINT, feed), host);
        var sessions = new Sessions(secrets.sessionKey(), directory, host::now);
        return listen(options, host, new Authentication(keys, sessions, options.secureCookies), feed, relay);
    }

    private static ApiKeys keys(ServerOptions options, Directory directory) {
        var keys = new ApiKeys();
        for (ServerOptions.ApiKey key : options.keys()) {
            directory.add(key.principal());
            keys.add(key.key(), key.principal());
        }
        if (options.hasSample()) {
            SampleUsers.all().forEach(directory::add);
        }
        return keys;
    }

    private static Map<String, LeadListener> webhooks(ServerOptions options, Secrets secrets) throws IOException {
        Map<String, LeadListener> webhooks = new LinkedHashMap<>();
        for (String option : options.webhooks) {
            TenantWebhook webhook = TenantWebhook.of(option, secrets::webhookSecret, options.webhooksToLocal);
            webhooks.put(webhook.endpoint(), webhook);
        }
        return webhooks;
    }

    private Javalin listen(
            ServerOptions options, DeskHost host, Authentication authentication, LiveFeed feed, RelayThread relay) {
        var limits = new RateLimits(options.rate, options.rate * BURST_SECONDS, System::nanoTime);
        var dispatcher = new Dispatcher(host, authentication, limits, feed::forget);
        var live = new LiveRoute(feed, host, dispatcher);
        var pages = new Pages(host, authentication, dispatcher, limits, options.hasSample());
        var inbound = new InboundWebhooks(host, dispatcher, limits);
        options.webhooksIn.forEach(inbound::add);
        Javalin javalin = Javalin.create(config -> {
            configure(config, options);
            config.routes.before(SecurityHeaders::set);
            config.routes.after(ctx -> {
                if (!SAFE.contains(ctx.method().name())) {
                    relay.nudge();
                }
            });
            new RestApi(dispatcher).register(config.routes);
            config.routes.get(RestApi.ROOT + "/events", live::handle);
            inbound.register(config.routes);
            pages.register(config.routes);
            config.routes.exception(HttpResponseException.class, (failure, ctx) -> Dispatcher.fail(ctx, failure));
            config.routes.exception(Exception.class, (failure, ctx) -> Dispatcher.fail(ctx, failure));
        });
        parts.push(javalin::stop);
        parts.push(live); // ends first, since its listeners hold threads of the web server
        return javalin.start();
    }

    private RelayThread relay(String name, Storage storage, Map<String, LeadListener> listeners, DeskHost host) {
        return closing(new RelayThread(
                name,
                OutboxRelay.over(
                        storage.store().capabilities().requireOutbox(), listeners, RelayPolicy.DEFAULT, host::now),
                host.directory()::tenants));
    }

    private static void configure(JavalinConfig config, ServerOptions options) {
        config.jetty.host = options.host;
        config.jetty.port = options.port;
        config.jetty.threadPool = new QueuedThreadPool(LiveRoute.MOST_CLIENTS + THREADS);
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(server -> server.setErrorHandler(new ProblemErrorHandler()));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new ProblemErrorHandler()));
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private <T extends AutoCloseable> T closing(T part) {
        parts.push(part);
        return part;
    }

    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failed) {
                System.err.println(
                        "lead-desk: while closing: " + failed.getClass().getName());
            }
        }
    }
}
