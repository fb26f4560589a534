package dev.leadkit.examples.benchmarks.turns;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * What the thread of a benchmark spent in one iteration: time of the processor, which does not grow while others have
 * the processor, and allocated bytes.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Spent {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long operations;
    private long nanos;
    private long bytes;

    /** What one operation took. */
    record PerOperation(double nanos, double bytes) {}

    @Setup(Level.Iteration)
    public void start() {
        operations = 0;
        bytes = THREADS.getCurrentThreadAllocatedBytes();
        nanos = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void stop() {
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    }

    /** To be called by the benchmark itself, so that those which JMH does not count are counted. */
    public void oneOperation() {
        operations++;
    }

    /** The same of several that are too short to be counted one by one. */
    public void someOperations(int count) {
        operations += count;
    }

    public long operations() {
        return operations;
    }

    public long nanos() {
        return nanos;
    }

    public long bytes() {
        return bytes;
    }

    /** Absent where nothing was counted. */
    static @Nullable PerOperation in(IterationResult iteration) {
        @SuppressWarnings("rawtypes") // as JMH declares it
        Map<String, Result> counted = iteration.getSecondaryResults();
        Result<?> operations = counted.get("operations");
        Result<?> nanos = counted.get("nanos");
        Result<?> bytes = counted.get("bytes");
        if (operations == null || nanos == null || bytes == null) {
            return null;
        }
        return new PerOperation(nanos.getScore() / operations.getScore(), bytes.getScore() / operations.getScore());
    }
}
