package dev.leadkit.examples.leaddesk.host;

import dev.leadkit.LeadDesk;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.Operation;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Portion;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.score.RescoreOutcome;
import dev.leadkit.score.Rescoring;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores leads anew on a thread of the host: all of a tenant's after it got another card, and from time to time those whose
 * scores time has changed. What a process left undone is taken up again with the next start. Safe to share.
 */
public final class Rescorer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rescorer.class);
    private static final int PORTION = 500;
    private static final long BETWEEN_DUE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long AFTER_FAILURE_MILLIS = 2_000;

    private final Function<TenantId, LeadDesk> desks;
    private final Supplier<Collection<TenantId>> tenants;
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
    private final Map<TenantId, Progress> progress = new ConcurrentHashMap<>();
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** @param paused what is gone on with; absent for all leads from the beginning */
    private record Task(TenantId tenant, @Nullable OperationId paused) {}

    /**
     * How far a tenant's leads are.
     *
     * @param done how many were gone through
     * @param total of so many, 0 while nobody has counted them
     * @param changed how many have another score or band by now
     */
    public record Progress(long done, long total, long changed, boolean finished) {}

    /**
     * Works once it is started.
     *
     * @param desks of the host itself, which nothing is hidden from
     * @param tenants those whose scores are kept up to date
     */
    public Rescorer(Function<TenantId, LeadDesk> desks, Supplier<Collection<TenantId>> tenants) {
        this.desks = desks;
        this.tenants = tenants;
        this.thread = new Thread(this::run, "lead-desk-rescorer");
        thread.setDaemon(true);
    }

    /** Begins to work, once. */
    public void start() {
        thread.start();
    }

    /** Says that a tenant has another card. */
    public void begin(TenantId tenant) {
        progress.put(tenant, new Progress(0, 0, 0, false));
        tasks.add(new Task(tenant, null));
        nudges.release();
    }

    /** How far the leads of a tenant are; finished where nothing was to be done since the start. */
    public Progress progress(TenantId tenant) {
        return progress.getOrDefault(tenant, new Progress(0, 0, 0, true));
    }

    private void run() {
        try {
            boolean looked = false;
            long due = System.nanoTime();
            while (!closed) {
                looked = looked || attempt(() -> ofAll(this::findPaused));
                boolean done = attempt(this::rescoreTasks);
                if (System.nanoTime() - due >= 0) {
                    done &= attempt(() -> ofAll(this::rescoreDue));
                    due = System.nanoTime() + BETWEEN_DUE_NANOS;
                }
                await(
                        done && looked
                                ? Math.max(1, TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime()))
                                : AFTER_FAILURE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** One failure must not end the thread that all tenants depend on. */
    private static boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("leads can't be scored now: {}", failed.getClass().getSimpleName());
            return false;
        }
    }

    private void ofAll(Consumer<TenantId> work) {
        tenants.get().forEach(tenant -> entitled(tenant, work));
    }

    /** What a plan does not open is left as it is until another one does. */
    private static void entitled(TenantId tenant, Consumer<TenantId> work) {
        try {
            work.accept(tenant);
        } catch (NotEntitledException without) {
            LOG.debug("the plan of {} opens no {}", tenant, without.feature().key());
        }
    }

    private void findPaused(TenantId tenant) {
        PageRequest page = PageRequest.first(PORTION);
        while (true) {
            Page<Operation> kept = desks.apply(tenant).operations().list(page);
            for (Operation each : kept.items()) {
                if (each.type().equals(Operation.RESCORING) && !each.progress().finished()) {
                    tasks.add(new Task(tenant, each.id()));
                }
            }
            if (kept.next() == null) {
                return;
            }
            page = page.after(kept.next());
        }
    }

    /** A task that fails is tried again after the others, from where it came to. */
    private void rescoreTasks() {
        for (Task task = tasks.poll(); task != null && !closed; task = tasks.poll()) {
            Task its = task;
            @Nullable OperationId[] reached = {its.paused()};
            try {
                entitled(its.tenant(), tenant -> rescore(its, reached));
            } catch (RuntimeException failed) {
                tasks.add(new Task(its.tenant(), reached[0]));
                throw failed;
            }
            if (!closed) {
                done(its.tenant());
            }
        }
    }

    /** @param reached is told which operation it is, once there is one */
    private void rescore(Task task, @Nullable OperationId[] reached) {
        Rescoring rescoring = desks.apply(task.tenant()).rescoring();
        long[] changed = {0};
        Predicate<Portion<RescoreOutcome>> goOn = portion -> {
            reached[0] = portion.operation();
            changed[0] += portion.outcomes().values().stream()
                    .filter(RescoreOutcome.CHANGED::equals)
                    .count();
            progress.put(task.tenant(), new Progress(portion.done(), portion.total(), changed[0], false));
            return !closed;
        };
        OperationReport report =
                task.paused() == null ? rescoring.run(LeadFilter.all(), goOn) : rescoring.resume(task.paused(), goOn);
        progress.put(
                task.tenant(),
                new Progress(report.total(), report.total(), report.count(RescoreOutcome.CHANGED.code()), false));
    }

    /** Unless the tenant got yet another card meanwhile. */
    private void done(TenantId tenant) {
        progress.computeIfPresent(
                tenant,
                (id, last) -> tasks.stream().anyMatch(task -> task.tenant().equals(id))
                        ? last
                        : new Progress(last.done(), last.total(), last.changed(), true));
    }

    private void rescoreDue(TenantId tenant) {
        boolean more = true;
        while (more && !closed) {
            more = desks.apply(tenant).rescoreDue(PORTION).more();
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
        nudges.release(); // not interrupted: H2 closes its file under a thread that is
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
