package dev.leadkit.examples.benchmarks.turns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Lets the contenders of each benchmark have their turns side by side, round after round in another order, so that
 * whatever slows the machine down meets all of them alike.
 */
public final class Turns {
    private final TurnOptions options;
    private final Map<Case, Samples> measured = new LinkedHashMap<>();

    /** @param all of which those that the options name are measured */
    public Turns(TurnOptions options, List<Case> all) {
        this.options = options;
        for (Case each : all) {
            if (options.take(each)) {
                measured.put(each, new Samples());
            }
        }
    }

    /** @param jvmArguments for the processes of JMH */
    public void take(String... jvmArguments) throws RunnerException {
        Collection<List<Case>> sides = byOperation().values();
        for (int round = 0; round < options.rounds(); round++) {
            for (List<Case> contenders : sides) {
                Collections.shuffle(contenders, new Random(round));
                for (Case each : contenders) {
                    turn(each, round, jvmArguments);
                }
            }
        }
    }

    private void turn(Case each, int round, String... jvmArguments) throws RunnerException {
        ChainedOptionsBuilder jmh = new OptionsBuilder()
                .include(each.include())
                .forks(options.forks())
                .warmupIterations(options.warmup())
                .warmupTime(seconds())
                .measurementIterations(options.iterations())
                .measurementTime(seconds())
                .jvmArgsAppend(jvmArguments)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        each.parameters().forEach(jmh::param);
        RunResult result = new Runner(jmh.build()).runSingle();
        Samples samples = of(each);
        samples.add(result);
        System.err.printf(
                "round %d: %s, %s: %.0f%n", round + 1, each.operation(), each.contender(), samples.lastMiddle());
    }

    private TimeValue seconds() {
        return TimeValue.milliseconds(Math.round(options.seconds() * TimeUnit.SECONDS.toMillis(1)));
    }

    /** In the order of the report. */
    public Set<Case> cases() {
        return measured.keySet();
    }

    /** The cases that are compared, by what they do; the lists are the caller's. */
    public Map<String, List<Case>> byOperation() {
        Map<String, List<Case>> byOperation = new LinkedHashMap<>();
        for (Case each : measured.keySet()) {
            byOperation
                    .computeIfAbsent(each.operation(), any -> new ArrayList<>())
                    .add(each);
        }
        return byOperation;
    }

    public Samples of(Case each) {
        return Objects.requireNonNull(measured.get(each));
    }

    /** What a contender of the same operation is compared with. */
    public Samples.Ratio ratioToLimit(Case its) {
        Case limit = measured.keySet().stream()
                .filter(other -> other.operation().equals(its.operation())
                        && other.contender().equals(Case.LIMIT))
                .findFirst()
                .orElseThrow();
        return of(its).ratioTo(of(limit));
    }
}
