package dev.leadkit.examples.benchmarks.turns;

import java.lang.management.ManagementFactory;

/** Warms up by the processor's time, which an iteration does not ensure where others have the processor. */
public final class WarmUp {
    private static final String NANOS = "leadkit.benchmark.warm-up";
    private static final int AT_ONCE = 8;

    private WarmUp() {}

    /** Arguments for a process that warms up for so long, and waits for the compiler rather than go on interpreted. */
    public static String[] arguments(double seconds) {
        return new String[] {"-Xbatch", "-D%s=%d".formatted(NANOS, Math.round(seconds * 1e9))};
    }

    /** Repeats an operation as long as this process was told to; not at all when it was told nothing. */
    public static void repeat(Runnable operation) {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + Long.getLong(NANOS, 0);
        while (threads.getCurrentThreadCpuTime() < end) {
            for (int i = 0; i < AT_ONCE; i++) {
                operation.run();
            }
        }
    }
}
