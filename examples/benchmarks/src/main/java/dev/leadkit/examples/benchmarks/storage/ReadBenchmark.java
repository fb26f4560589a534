package dev.leadkit.examples.benchmarks.storage;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Pages, the board, counts and searches over the large tenant. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadBenchmark {
    /** A question as one contender asks it. */
    abstract static class Question {
        private final Target target = Target.ofProcess();
        private final Contenders contenders = new Contenders(target, 2);
        private Read read = () -> "";

        abstract Map<String, Read> of(Reads reads, Target of) throws SQLException;

        void open(String contender) throws SQLException {
            read = Objects.requireNonNull(of(contenders.reads(), target).get(contender));
        }

        abstract void open() throws SQLException;

        /** Ready to be asked without JMH. */
        Operation opened() throws SQLException {
            open();
            return new Operation() {
                @Override
                public Object run() throws SQLException {
                    return ask();
                }

                @Override
                public void close() {
                    contenders.close();
                }
            };
        }

        Object ask() throws SQLException {
            return read.run();
        }

        @TearDown
        public void close() {
            contenders.close();
        }
    }

    @State(Scope.Benchmark)
    public static class Page extends Question {
        @Param({"limit", "limit+decode", "leadkit", "jdbi", "jooq", "hibernate", "offset"})
        public String contender = "";

        /** A stage of a small load has not so many. */
        @Param({"0", "100000"})
        public int row;

        @Setup
        @Override
        public void open() throws SQLException {
            open(contender);
        }

        @Override
        Map<String, Read> of(Reads reads, Target of) throws SQLException {
            return reads.page(Math.min(row, of.leads() / 10));
        }
    }

    @State(Scope.Benchmark)
    public static class Board extends Question {
        @Param({"limit", "limit+decode", "leadkit", "six pages + GROUP BY"})
        public String contender = "";

        @Setup
        @Override
        public void open() throws SQLException {
            open(contender);
        }

        @Override
        Map<String, Read> of(Reads reads, Target of) {
            return reads.board();
        }
    }

    @State(Scope.Benchmark)
    public static class Counts extends Question {
        @Param({"limit", "leadkit", "GROUP BY"})
        public String contender = "";

        @Setup
        @Override
        public void open() throws SQLException {
            open(contender);
        }

        @Override
        Map<String, Read> of(Reads reads, Target of) {
            return reads.counts();
        }
    }

    @State(Scope.Benchmark)
    public static class Search extends Question {
        @Param({"limit", "limit+decode", "leadkit", "LIKE"})
        public String contender = "";

        @Param({Population.RARE, Population.MEDIUM, Population.COMMON, Population.BROAD, "pa", "301234"})
        public String term = "";

        @Setup
        @Override
        public void open() throws SQLException {
            open(contender);
        }

        @Override
        Map<String, Read> of(Reads reads, Target of) {
            return reads.search(term);
        }
    }

    @Benchmark
    public Object page(Page question) throws SQLException {
        return question.ask();
    }

    @Benchmark
    public Object board(Board question) throws SQLException {
        return question.ask();
    }

    @Benchmark
    public Object counts(Counts question) throws SQLException {
        return question.ask();
    }

    @Benchmark
    public Object search(Search question) throws SQLException {
        return question.ask();
    }
}
