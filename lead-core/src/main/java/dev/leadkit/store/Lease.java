package dev.leadkit.store;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.time.Instant;

/**
 * The right to deliver entries of the outbox for a while.
 *
 * @param owner a token that no other lease has, so that a lease once lost is never taken for a later one
 * @param now what is due by then is taken; cut to microseconds
 * @param until when others may take what is not settled; cut to microseconds
 */
public record Lease(String owner, Instant now, Instant until) {
    /** @throws InvalidInputException if the owner is no id, see {@link Input#id}, or the lease has no length */
    public Lease {
        Input.id("lease.owner", owner);
        now = Input.instant("lease.now", now);
        until = Input.instant("lease.until", until);
        if (!until.isAfter(now)) {
            throw new InvalidInputException("lease.until", "an instant after " + now, until.toString());
        }
    }
}
