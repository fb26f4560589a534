package dev.leadkit.examples.leaddesk.live;

import dev.leadkit.event.OutboxRelay;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.StoreException;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of the host that brings events from the outbox to their listeners, at short intervals and when it is nudged. */
public final class RelayThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayThread.class);
    private static final long INTERVAL_MILLIS = 250;
    private static final long AFTER_FAILURE_MILLIS = 2_000;

    private final OutboxRelay relay;
    private final Supplier<Collection<TenantId>> tenants;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    public RelayThread(String name, OutboxRelay relay, Supplier<Collection<TenantId>> tenants) {
        this.relay = relay;
        this.tenants = tenants;
        this.thread = new Thread(this::run, "lead-desk-relay-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Says that there is something to bring. */
    public void nudge() {
        nudges.release();
    }

    private void run() {
        try {
            while (!closed) {
                await(poll() ? INTERVAL_MILLIS : AFTER_FAILURE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean poll() {
        try {
            relay.poll(tenants.get());
            return true;
        } catch (StoreException failed) {
            LOG.warn("events can't be read now: {}", failed.getClass().getSimpleName());
            return false;
        }
    }

    private void await(long millis) throws InterruptedException {
        if (nudges.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }

    @Override
    public void close() {
        closed = true;
        nudge(); // not interrupted: H2 closes its file under a thread that is
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
