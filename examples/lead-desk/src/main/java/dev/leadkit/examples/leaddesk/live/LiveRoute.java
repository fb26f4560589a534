package dev.leadkit.examples.leaddesk.live;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.rest.Dispatcher;
import dev.leadkit.examples.leaddesk.rest.Json;
import dev.leadkit.examples.leaddesk.rest.Problem;
import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.lead.Change;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.store.StoreException;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events: {@code lead} for each lead that changed, {@code gone} for one that whoever listens sees no more, and
 * {@code reset} when what he missed is not known any more. They hold ids, stages and kinds of changes, and nothing of the
 * person. What he may not see he is not told.
 */
public final class LiveRoute implements AutoCloseable {
    private static final int MOST_CLIENTS = 200;
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final long LOOK_UP_MILLIS = 500;

    private final LiveFeed feed;
    private final DeskHost host;
    private final Dispatcher dispatcher;
    private final ExecutorService senders = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "lead-desk-live");
        thread.setDaemon(true);
        return thread;
    });

    public LiveRoute(LiveFeed feed, DeskHost host, Dispatcher dispatcher) {
        this.feed = feed;
        this.host = host;
        this.dispatcher = dispatcher;
    }

    public void handle(Context ctx) {
        try {
            Principal who = dispatcher.admit(ctx);
            String accept = ctx.header("Accept");
            if (accept == null || !accept.contains("text/event-stream")) {
                throw new ProblemException(
                        Problem.of(406, "not-acceptable", "expected Accept: text/event-stream"));
            }
            if (feed.listening() >= MOST_CLIENTS) {
                throw new ProblemException(
                        Problem.of(429, "too-many-listeners", "too many browsers listen; come again later"));
            }
            new SseHandler(client -> begin(client, who)).handle(ctx);
        } catch (Exception failure) {
            Dispatcher.fail(ctx, failure);
        }
    }

    private void begin(SseClient connection, Principal who) {
        var client = new LiveClient(who.tenant());
        List<LeadEvent> missed = feed.add(client, connection.ctx().header("Last-Event-ID"));
        connection.keepAlive();
        connection.onClose(client::close);
        senders.execute(() -> {
            try {
                send(connection, client, who, missed);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } finally {
                feed.remove(client);
                connection.close();
            }
        });
    }

    private void send(
            SseClient connection, LiveClient client, Principal who, @Nullable List<LeadEvent> missed)
            throws InterruptedException {
        connection.sendComment("listening");
        if (missed == null) {
            connection.sendEvent("reset", "{}");
        } else {
            missed.forEach(event -> tell(connection, who, event));
        }
        long quiet = 0;
        while (!client.isClosed() && !connection.terminated()) {
            LeadEvent event = client.next(LOOK_UP_MILLIS);
            quiet = event == null ? quiet + LOOK_UP_MILLIS : 0;
            if (event != null) {
                tell(connection, who, event);
            } else if (quiet >= HEARTBEAT_MILLIS) {
                connection.sendComment("still here");
                quiet = 0;
            }
        }
    }

    private void tell(SseClient connection, Principal who, LeadEvent event) {
        try {
            var lead = host.desk(who).find(event.lead());
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("lead", event.lead().toString());
            if (lead.isPresent()) {
                data.put("version", event.version());
                data.put("stage", lead.get().stage());
                data.put("type", event.type());
                data.put("changes", event.changeTypes());
                data.put("at", event.at().toString());
                connection.sendEvent("lead", Json.text(data), event.id());
            } else if (wasSeen(who, event)) {
                connection.sendEvent("gone", Json.text(data), event.id());
            }
        } catch (StoreException | NotEntitledException closed) {
            connection.sendEvent("reset", "{}", event.id());
        }
    }

    /** Whether the lead was handed over by, or from, whoever listens. */
    private static boolean wasSeen(Principal who, LeadEvent event) {
        return event.activities().stream()
                .anyMatch(activity -> activity.change() instanceof Change.Assigned handed
                        && (handed.from() == null || handed.from().equals(who.user())));
    }

    @Override
    public void close() {
        feed.close();
        senders.shutdown(); // not interrupted: H2 closes its file under a thread that is
        try {
            senders.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
