package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.turns.Case;
import dev.leadkit.examples.benchmarks.turns.RatioReport;
import dev.leadkit.examples.benchmarks.turns.Turns;
import dev.leadkit.examples.benchmarks.turns.WarmUp;
import java.io.IOException;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/** A run of the scorers: lets the contenders have their turns, and writes the table. */
public final class ScoringRun {
    private ScoringRun() {}

    public static void run(ScoringOptions options) throws IOException, RunnerException {
        var turns = new Turns(options.turns(), Case.of(ScoringBenchmark.class));
        turns.take(WarmUp.arguments(options.turns().warmup() * options.turns().seconds()));
        new RatioReport(turns, "Scoring", options.command(), Set.of(Contenders.USUAL))
                .text()
                .write(options.out());
    }
}
