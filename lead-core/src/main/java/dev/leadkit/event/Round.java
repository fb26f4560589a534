package dev.leadkit.event;

import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Delivery;
import dev.leadkit.store.Lease;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one poll does for one endpoint of one tenant, batch after batch. Not safe to share. */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration LONGEST_ASKED = Duration.ofDays(7);

    private final Outbox outbox;
    private final TenantId tenant;
    private final String endpoint;
    private final LeadListener listener;
    private final RelayPolicy policy;
    private final Supplier<Instant> clock;
    private Instant halfOfLease = Instant.MAX;
    private int failuresInARow;
    private boolean foundNothing;
    private boolean interrupted;

    Round(
            Outbox outbox,
            TenantId tenant,
            String endpoint,
            LeadListener listener,
            RelayPolicy policy,
            Supplier<Instant> clock) {
        this.outbox = outbox;
        this.tenant = tenant;
        this.endpoint = endpoint;
        this.listener = listener;
        this.policy = policy;
        this.clock = clock;
    }

    boolean isInterrupted() {
        return interrupted;
    }

    boolean mayFindMore() {
        return !foundNothing && !isTripped();
    }

    private boolean isTripped() {
        return failuresInARow >= policy.trippingFailures();
    }

    RelayResult deliver(int limit) {
        Instant now = clock.get();
        // A token of its own for each lease: were it the relay's, a lease lost to another thread would look like kept.
        var lease = new Lease("relay-" + UUID.randomUUID(), now, now.plus(policy.lease()));
        halfOfLease = now.plus(policy.lease().dividedBy(2));
        List<Delivery> leased = outbox.lease(tenant, endpoint, lease, limit);
        foundNothing = leased.isEmpty();
        RelayResult result = RelayResult.NOTHING;
        for (Delivery delivery : leased) {
            result = result.plus(deliver(delivery));
        }
        return result;
    }

    private RelayResult deliver(Delivery delivery) {
        Instant now = clock.get();
        if (isTripped() || interrupted) {
            return settle(delivery, new Settlement.Released(now));
        }
        // One that took long leaves little time for the rest: nothing begins in the second half of its lease.
        if (!now.isBefore(halfOfLease) && !outbox.extend(tenant, delivery, now.plus(policy.lease()))) {
            return new RelayResult(0, 0, 0, 0, 1);
        }
        return settle(delivery, attempt(delivery, now));
    }

    private Settlement attempt(Delivery delivery, Instant now) {
        if (delivery.activities().isEmpty()) {
            return new Settlement.Delivered(); // erased meanwhile, so that there is nothing to tell
        }
        try {
            listener.onEvent(event(delivery, now));
            failuresInARow = 0;
            return new Settlement.Delivered();
        } catch (InterruptedException stopped) {
            interrupted = true;
            return new Settlement.Released(clock.get());
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failed) {
            failuresInARow++;
            return failure(delivery, failed, clock.get());
        }
    }

    private LeadEvent event(Delivery delivery, Instant now) {
        return new LeadEvent(
                tenant,
                delivery.id().lead(),
                delivery.id().version(),
                delivery.activities().get(0).changeset(),
                delivery.activities(),
                delivery.failures() + 1,
                now);
    }

    private Settlement failure(Delivery delivery, Throwable failed, Instant now) {
        int failures = delivery.failures() + 1;
        String reason = failed.getClass().getName(); // not its message, which may hold contact data
        Duration wait =
                policy.backOff().after(failures, ThreadLocalRandom.current().nextDouble());
        boolean permanent = false;
        if (failed instanceof DeliveryFailedException told) {
            reason = String.valueOf(told.getMessage());
            permanent = told.isPermanent();
            Duration asked = told.retryAfter().orElse(Duration.ZERO);
            wait = longer(wait, asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked);
        }
        return permanent || failures >= policy.maxAttempts()
                ? new Settlement.Dead(now, reason)
                : new Settlement.Retry(now.plus(wait), reason);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private RelayResult settle(Delivery delivery, Settlement settlement) {
        if (!outbox.settle(tenant, delivery, settlement)) {
            LOG.debug(
                    "Endpoint {}: the lease of lead {} was lost",
                    endpoint,
                    delivery.id().lead());
            return new RelayResult(0, 0, 0, 0, 1);
        }
        if (settlement instanceof Settlement.Retry retry) {
            LOG.debug(
                    "Endpoint {}: lead {} comes again: {}",
                    endpoint,
                    delivery.id().lead(),
                    retry.reason());
            return new RelayResult(0, 1, 0, 0, 0);
        } else if (settlement instanceof Settlement.Dead dead) {
            LOG.warn(
                    "Endpoint {} of tenant {} did not take version {} of lead {} in {} attempts: {}. Its later events wait;"
                            + " replay or skip the dead letter.",
                    endpoint,
                    tenant,
                    delivery.id().version(),
                    delivery.id().lead(),
                    delivery.failures() + 1,
                    dead.reason());
            return new RelayResult(0, 0, 1, 0, 0);
        } else if (settlement instanceof Settlement.Released) {
            return new RelayResult(0, 0, 0, 1, 0);
        }
        return new RelayResult(1, 0, 0, 0, 0);
    }
}
