package dev.leadkit.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Repeats a read-decide-commit that may be done on a fresh state as well as on the one first read. */
public final class Optimistic {
    private static final int ATTEMPTS = 64;
    private static final int ATTEMPTS_WHEN_TAKEN = 3;
    private static final long FIRST_WAIT_NANOS = 20_000;
    private static final long LONGEST_WAIT_NANOS = 20_000_000;

    private Optimistic() {}

    /**
     * Runs a unit until nobody was faster, at most {@value #ATTEMPTS} times, with a growing random wait in between. An
     * identity that is taken may be free again, or its lead be found, on a fresh state; it may be found taken only
     * {@value #ATTEMPTS_WHEN_TAKEN} times, because it usually stays so. Within a transaction of the host nothing is tried
     * again.
     *
     * @param unit reads afresh each time
     * @throws ConflictException the last one, if each attempt met one, or the first one that is joined
     */
    public static <T> T retry(Supplier<T> unit) {
        return retry(unit, conflict -> true);
    }

    /**
     * The same where not every conflict is worth another attempt.
     *
     * @param again whether one is; another is thrown at once
     */
    public static <T> T retry(Supplier<T> unit, Predicate<ConflictException> again) {
        int taken = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                return unit.get();
            } catch (ConflictException conflict) {
                taken += conflict instanceof IdentityTakenException ? 1 : 0;
                boolean over = attempt >= ATTEMPTS || taken >= ATTEMPTS_WHEN_TAKEN;
                if (over || conflict.isJoined() || !again.test(conflict)) {
                    throw conflict;
                }
                long longest = Math.min(LONGEST_WAIT_NANOS, FIRST_WAIT_NANOS << Math.min(attempt, 12));
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
            }
        }
    }
}
