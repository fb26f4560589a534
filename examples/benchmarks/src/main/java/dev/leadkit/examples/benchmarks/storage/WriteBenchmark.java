package dev.leadkit.examples.benchmarks.storage;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** One unit of work after the other: created leads, transitions, a thousand transitions at once. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WriteBenchmark {
    private static final int THREADS = 8;
    private static final int BULK = 1_000;

    /** What all threads share. */
    @State(Scope.Benchmark)
    public static class Shared {
        private final Contenders contenders = new Contenders(Target.ofProcess(), THREADS + 2);

        @TearDown
        public void close() {
            contenders.close();
        }
    }

    /** A contender of one thread, with units made before the clock runs. */
    abstract static class Work {
        private final Deque<Unit> units = new ArrayDeque<>();
        private Writer writer = unit -> {};
        private Units source = new Units(Population.LARGE, List.of());

        void open(Shared shared, String contender, int movable) throws SQLException {
            writer = shared.contenders.writer(contender, Population.LARGE);
            if (movable > 0) {
                source = new Units(Population.LARGE, shared.contenders.reads().movable(movable));
            }
        }

        abstract void open(Shared shared) throws SQLException;

        abstract Unit make(Units from);

        /** Ready to be done without JMH. */
        Operation opened() throws SQLException {
            var shared = new Shared();
            open(shared);
            fill(9);
            return new Operation() {
                @Override
                public Object run() throws SQLException {
                    write();
                    return "";
                }

                @Override
                public void close() {
                    shared.close();
                }
            };
        }

        /** @param size as many as are done in an iteration of a second; fewer for a small load, which is but looked at */
        void fill(int size) {
            while (units.size() < Math.min(size, Target.ofProcess().leads())) {
                units.add(make(source));
            }
        }

        /** A unit beyond those that are filled in is made while the clock runs: a contender looks slower then, never faster. */
        void write() throws SQLException {
            Unit filled = units.poll();
            writer.write(filled == null ? make(source) : filled);
        }
    }

    @State(Scope.Thread)
    public static class Creation extends Work {
        @Param({"limit", "leadkit", "desk", "raw", "jdbi", "jooq", "hibernate"})
        public String contender = "";

        @Setup
        @Override
        public void open(Shared shared) throws SQLException {
            open(shared, contender, 0);
        }

        @Setup(Level.Iteration)
        public void fill() {
            fill(4_000);
        }

        @Override
        Unit make(Units from) {
            return from.create();
        }
    }

    @State(Scope.Thread)
    public static class ConcurrentCreation extends Work {
        @Param({"limit", "leadkit", "raw", "raw-uncounted"})
        public String contender = "";

        @Setup
        @Override
        public void open(Shared shared) throws SQLException {
            open(shared, contender, 0);
        }

        @Setup(Level.Iteration)
        public void fill() {
            fill(700);
        }

        @Override
        Unit make(Units from) {
            return from.create();
        }
    }

    @State(Scope.Thread)
    public static class Transition extends Work {
        @Param({"limit", "leadkit", "desk", "raw", "jdbi", "jooq", "hibernate"})
        public String contender = "";

        @Setup
        @Override
        public void open(Shared shared) throws SQLException {
            open(shared, contender, 4_000);
        }

        @Setup(Level.Iteration)
        public void fill() {
            fill(4_000);
        }

        @Override
        Unit make(Units from) {
            return from.transition(1);
        }
    }

    @State(Scope.Thread)
    public static class Bulk extends Work {
        @Param({"limit", "leadkit", "raw", "jdbi", "jooq", "hibernate"})
        public String contender = "";

        @Setup
        @Override
        public void open(Shared shared) throws SQLException {
            open(shared, contender, 4 * BULK);
        }

        @Setup(Level.Iteration)
        public void fill() {
            fill(20);
        }

        @Override
        Unit make(Units from) {
            return from.transition(BULK);
        }
    }

    @Benchmark
    public void create(Creation work) throws SQLException {
        work.write();
    }

    @Benchmark
    @Threads(THREADS)
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public void createConcurrently(ConcurrentCreation work) throws SQLException {
        work.write();
    }

    @Benchmark
    public void transition(Transition work) throws SQLException {
        work.write();
    }

    @Benchmark
    public void bulkTransition(Bulk work) throws SQLException {
        work.write();
    }
}
