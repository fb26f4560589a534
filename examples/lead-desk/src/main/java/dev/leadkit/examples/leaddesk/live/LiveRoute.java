package dev.leadkit.examples.leaddesk.live;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.rest.Dispatcher;
import dev.leadkit.examples.leaddesk.rest.Json;
import dev.leadkit.examples.leaddesk.rest.Problem;
import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.store.StoreException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events: {@code lead} for each lead that changed, {@code gone} for one that whoever listens sees no more, and
 * {@code reset} when what he missed is not known any more, or somebody was erased. They hold ids, stages and kinds of changes, and nothing of the
 * person. What he may not see he is not told. Each listener takes a thread of the web server for as long as he listens.
 */
public final class LiveRoute implements AutoCloseable {
    /** So many listen at once at most; the web server needs more threads than that. */
    public static final int MOST_CLIENTS = 200;

    /** The same as the header, for a page that begins to listen again. */
    private static final String AFTER = "after";

    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final long LOOK_UP_MILLIS = 500;

    private final LiveFeed feed;
    private final DeskHost host;
    private final Dispatcher dispatcher;

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
                throw new ProblemException(Problem.of(406, "not-acceptable", "expected Accept: text/event-stream"));
            }
            if (feed.listening() >= MOST_CLIENTS) {
                throw new ProblemException(
                        Problem.of(429, "too-many-listeners", "too many browsers listen; come again later"));
            }
            listen(ctx, who);
        } catch (Exception failure) {
            Dispatcher.fail(ctx, failure);
        }
    }

    private void listen(Context ctx, Principal who) {
        var client = new LiveClient(who.tenant());
        String last = ctx.header("Last-Event-ID");
        List<LeadEvent> missed = feed.add(client, last == null ? ctx.queryParam(AFTER) : last);
        try {
            send(new EventWriter(ctx), client, who, missed);
        } catch (IOException gone) {
            // The browser was closed, or is on another page by now.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            feed.remove(client);
        }
    }

    private void send(EventWriter out, LiveClient client, Principal who, @Nullable List<LeadEvent> missed)
            throws IOException, InterruptedException {
        out.comment("listening");
        if (missed == null) {
            out.event(null, "reset", "{}");
        } else {
            for (LeadEvent event : missed) {
                tell(out, who, event);
            }
        }
        long quiet = 0;
        while (!client.isClosed()) {
            LeadEvent event = client.next(LOOK_UP_MILLIS);
            if (client.takeReset()) {
                out.event(null, "reset", "{}");
            }
            quiet = event == null ? quiet + LOOK_UP_MILLIS : 0;
            if (event != null) {
                tell(out, who, event);
            } else if (quiet >= HEARTBEAT_MILLIS) {
                out.comment("still here");
                quiet = 0;
            }
        }
    }

    private void tell(EventWriter out, Principal who, LeadEvent event) throws IOException {
        try {
            Optional<Lead> lead = host.desk(who).find(event.lead());
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("lead", event.lead().toString());
            if (lead.isPresent()) {
                data.put("version", event.version());
                data.put("stage", lead.get().stage());
                data.put("type", event.type());
                data.put("changes", event.changeTypes());
                data.put("at", event.at().toString());
                out.event(event.id(), "lead", Json.text(data));
            } else if (wasSeen(who, event)) {
                out.event(event.id(), "gone", Json.text(data));
            }
        } catch (StoreException | NotEntitledException closed) {
            out.event(event.id(), "reset", "{}");
        }
    }

    /** Whether the lead was taken from whoever listens, or from nobody, whose leads he saw. */
    private static boolean wasSeen(Principal who, LeadEvent event) {
        return !event.type().equals(LeadEvent.CREATED)
                && event.activities().stream()
                        .anyMatch(activity -> activity.change() instanceof Change.Assigned handed
                                && (handed.from() == null || handed.from().equals(who.user())));
    }

    @Override
    public void close() {
        feed.close();
    }
}
