package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.turns.Spent;
import dev.leadkit.examples.benchmarks.turns.WarmUp;
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

/** Leads scored by one contender, all of them at a time: one alone is shorter than what counts it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScoringBenchmark {
    @State(Scope.Thread)
    public static class Scoring {
        @Param({"limit", "leadkit", "leadkit, contributions read", "Java", "Drools", Contenders.USUAL, "Evrete", "CEL"})
        public String contender = "";

        @Param({"20", "200"})
        public int rules;

        private List<Subject> subjects = List.of();
        private Contenders.Scorer scorer = subject -> subject;

        /** Before the clock runs. */
        @Setup
        public void open(Blackhole found) {
            subjects = Subjects.all();
            scorer = Contenders.named(contender, RuleSet.of(rules));
            var uncounted = new Spent();
            WarmUp.repeat(() -> all(uncounted, found));
        }

        void all(Spent spent, Blackhole found) {
            for (Subject subject : subjects) {
                found.consume(scorer.score(subject));
            }
            spent.someOperations(subjects.size());
        }
    }

    @State(Scope.Thread)
    public static class Replacing {
        @Param({"limit", "leadkit", "Drools", Contenders.USUAL, "Evrete", "CEL"})
        public String contender = "";

        @Param("200")
        public int rules;

        private List<Rule> set = List.of();
        private Subject subject = Subjects.all().get(0);

        /** Before the clock runs. */
        @Setup
        public void open() {
            set = RuleSet.of(rules);
            subject = Subjects.all().get(1);
        }
    }

    @Benchmark
    public void score(Scoring scoring, Spent spent, Blackhole found) {
        scoring.all(spent, found);
    }

    /** From the rules as data to the first score. */
    @Benchmark
    public Object replace(Replacing replacing, Spent spent) {
        Object answer = Contenders.named(replacing.contender, replacing.set).score(replacing.subject);
        spent.oneOperation();
        return answer;
    }
}
