package dev.leadkit.event;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.store.Outbox;
import java.time.Duration;

/**
 * How a relay works.
 *
 * @param lease how long an event is the relay's alone; at least twice as long as a listener takes at most, and longer than
 *     the clocks of relays ever differ. A relay that dies keeps its events from the others for so long
 * @param batch how many events of a tenant and an endpoint are leased at once, 1 to {@value Outbox#MAX_LIMIT}
 * @param limit how many events one poll delivers at most; at least 1
 * @param maxAttempts after so many failures an event is a dead letter; at least 1
 * @param trippingFailures after so many failures in a row, an endpoint is left alone until the next poll; at least 1
 */
public record RelayPolicy(
        Duration lease, int batch, int limit, int maxAttempts, BackOff backOff, int trippingFailures) {
    /** Leases of two minutes, twelve attempts within about a day. */
    public static final RelayPolicy DEFAULT = new RelayPolicy(Duration.ofMinutes(2), 20, 1_000, 12, BackOff.DEFAULT, 3);

    /** @throws InvalidInputException if a part is out of range */
    public RelayPolicy {
        if (lease.compareTo(Duration.ofMillis(1)) < 0) {
            throw new InvalidInputException("relay.lease", "at least a millisecond", lease.toString());
        }
        Outbox.requireLimit(batch);
        requirePositive("relay.limit", limit);
        requirePositive("relay.maxAttempts", maxAttempts);
        requirePositive("relay.trippingFailures", trippingFailures);
    }

    private static void requirePositive(String field, int number) {
        if (number < 1) {
            throw new InvalidInputException(field, "at least 1", Integer.toString(number));
        }
    }

    public RelayPolicy withLease(Duration newLease) {
        return new RelayPolicy(newLease, batch, limit, maxAttempts, backOff, trippingFailures);
    }

    public RelayPolicy withBatch(int newBatch) {
        return new RelayPolicy(lease, newBatch, limit, maxAttempts, backOff, trippingFailures);
    }

    public RelayPolicy withLimit(int newLimit) {
        return new RelayPolicy(lease, batch, newLimit, maxAttempts, backOff, trippingFailures);
    }

    public RelayPolicy withMaxAttempts(int newMost) {
        return new RelayPolicy(lease, batch, limit, newMost, backOff, trippingFailures);
    }

    public RelayPolicy withBackOff(BackOff newBackOff) {
        return new RelayPolicy(lease, batch, limit, maxAttempts, newBackOff, trippingFailures);
    }

    public RelayPolicy withTrippingFailures(int newNumber) {
        return new RelayPolicy(lease, batch, limit, maxAttempts, backOff, newNumber);
    }
}
