package dev.leadkit.store.jdbc;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats whole units of work, which are all safe to repeat, a bounded number of times. */
final class Retry {
    static final int ATTEMPTS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);
    private static final long FIRST_WAIT_NANOS = 2_000_000;
    private static final long LONGEST_WAIT_NANOS = 500_000_000;

    private Retry() {}

    /**
     * Runs a unit until it does not fail in passing, at most {@value #ATTEMPTS} times, with a growing random wait.
     *
     * @throws PassingException the last one, if each attempt met one, or the first one that is joined
     */
    static <T> T run(Supplier<T> unit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return unit.get();
            } catch (PassingException passing) {
                if (attempt == ATTEMPTS || passing.isJoined()) {
                    throw passing;
                }
                LOG.debug("Attempt {} of {} failed: {}", attempt, ATTEMPTS, passing.getMessage());
                long most = Math.min(LONGEST_WAIT_NANOS, FIRST_WAIT_NANOS << attempt);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
            }
        }
    }
}
