package dev.leadkit.store.jdbc;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * One run of a reliability test. In the end it prints what was done, whatever became of it; {@code -Dleadkit.seed} with
 * the printed seed makes the same choices again. Safe to share.
 */
final class Trial implements AutoCloseable {
    static final String SEED = "leadkit.seed";

    private final String promise;
    private final long seed = Long.getLong(SEED, new Random().nextInt());
    private final long begun = System.nanoTime();
    private final Map<String, AtomicLong> counts = new LinkedHashMap<>();

    private Trial(String promise) {
        this.promise = promise;
    }

    /** @param promise with the store on which it is put to the test */
    static Trial of(String promise, Object store) {
        return new Trial(promise + " on " + store);
    }

    /** The choices of one thread or process; the same for the same number. */
    Random random(int number) {
        return new Random(seed * 31 + number);
    }

    void count(String what) {
        count(what, 1);
    }

    void count(String what, long more) {
        counter(what).addAndGet(more);
    }

    long counted(String what) {
        return counter(what).get();
    }

    private synchronized AtomicLong counter(String what) {
        return counts.computeIfAbsent(what, none -> new AtomicLong());
    }

    @Override
    public synchronized void close() {
        String done = counts.entrySet().stream()
                .map(entry -> "%,d %s".formatted(entry.getValue().get(), entry.getKey()))
                .collect(Collectors.joining(", "));
        System.out.printf(
                Locale.ROOT,
                "[reliability] %s: %s; %s, %s, %.1f s%n",
                promise,
                done,
                Tier.CURRENT.name().toLowerCase(Locale.ROOT),
                "seed " + seed,
                (System.nanoTime() - begun) / 1e9);
    }
}
