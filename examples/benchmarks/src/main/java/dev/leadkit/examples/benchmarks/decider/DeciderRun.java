package dev.leadkit.examples.benchmarks.decider;

import dev.leadkit.examples.benchmarks.turns.Case;
import dev.leadkit.examples.benchmarks.turns.RatioReport;
import dev.leadkit.examples.benchmarks.turns.Turns;
import dev.leadkit.examples.benchmarks.turns.WarmUp;
import java.io.IOException;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/** A run of the deciders: lets the contenders have their turns, and writes the table. */
public final class DeciderRun {
    private DeciderRun() {}

    public static void run(DeciderOptions options) throws IOException, RunnerException {
        var turns = new Turns(options.turns(), Case.of(DeciderBenchmark.class));
        turns.take(WarmUp.arguments(options.turns().warmup() * options.turns().seconds()));
        new RatioReport(turns, "Deciders", options.command(), Set.of(Contenders.USUAL))
                .text()
                .write(options.out());
    }
}
