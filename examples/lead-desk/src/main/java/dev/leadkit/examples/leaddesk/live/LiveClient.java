package dev.leadkit.examples.leaddesk.live;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.TenantId;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One browser that listens: a queue between the relay, which must not wait, and the connection, which may be slow. */
final class LiveClient {
    private static final int MOST_WAITING = 1_000;

    private final TenantId tenant;
    private final BlockingQueue<LeadEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean isReset = new AtomicBoolean();
    private volatile boolean closed;

    LiveClient(TenantId tenant) {
        this.tenant = tenant;
    }

    TenantId tenant() {
        return tenant;
    }

    /** A client that is too slow is let go; its browser comes again and says what it got last. */
    void offer(LeadEvent event) {
        if (!waiting.offer(event)) {
            close();
        }
    }

    /** What it was told is not to be relied on any more. */
    void reset() {
        waiting.clear();
        isReset.set(true);
    }

    /** Whether it has to read all anew, which it is told once. */
    boolean takeReset() {
        return isReset.getAndSet(false);
    }

    /** Null when nothing came in that time. */
    @Nullable
    LeadEvent next(long millis) throws InterruptedException {
        return waiting.poll(millis, TimeUnit.MILLISECONDS);
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }
}
