package dev.leadkit.examples.benchmarks.decider;

import dev.leadkit.examples.benchmarks.turns.Spent;
import dev.leadkit.examples.benchmarks.turns.WarmUp;
import dev.leadkit.lead.Lead;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Moves decided by one contender, those of all leads at a time: one alone is shorter than what counts it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeciderBenchmark {
    /** Leads that would all go one way. */
    abstract static class Deciding {
        private List<Lead> leads = List.of();
        private String to = "";
        private Contenders.Decider decider = (lead, target) -> target;

        void open(String contender, Moves moves, Blackhole found) {
            leads = moves.leads();
            to = moves.to();
            decider = Contenders.named(contender, leads);
            var uncounted = new Spent();
            WarmUp.repeat(() -> all(uncounted, found));
        }

        void all(Spent spent, Blackhole found) {
            for (Lead lead : leads) {
                found.consume(decider.decide(lead, to));
            }
            spent.someOperations(leads.size());
        }
    }

    @State(Scope.Thread)
    public static class Allowed extends Deciding {
        @Param({"limit", "leadkit", Contenders.USUAL, "stateless4j, a machine per lead"})
        public String contender = "";

        /** Before the clock runs. */
        @Setup
        public void open(Blackhole found) {
            open(contender, Moves.ALLOWED, found);
        }
    }

    @State(Scope.Thread)
    public static class Refused extends Deciding {
        @Param({"limit", "leadkit", "leadkit, text read", "stateless4j, canFire", Contenders.USUAL})
        public String contender = "";

        @Param({"guarded", "undeclared"})
        public String move = "";

        /** Before the clock runs. */
        @Setup
        public void open(Blackhole found) {
            open(contender, Moves.named(move), found);
        }
    }

    @Benchmark
    public void allowed(Allowed deciding, Spent spent, Blackhole found) {
        deciding.all(spent, found);
    }

    @Benchmark
    public void refused(Refused deciding, Spent spent, Blackhole found) {
        deciding.all(spent, found);
    }
}
