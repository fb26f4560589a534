package dev.leadkit.examples.benchmarks.capture;

import dev.leadkit.examples.benchmarks.turns.Case;
import dev.leadkit.examples.benchmarks.turns.Turns;
import dev.leadkit.examples.benchmarks.turns.WarmUp;
import java.io.IOException;
import org.openjdk.jmh.runner.RunnerException;

/** A run of the capture benchmarks: lets the contenders have their turns, and writes the table. */
public final class CaptureRun {
    private CaptureRun() {}

    public static void run(CaptureOptions options) throws IOException, RunnerException {
        var turns = new Turns(options.turns(), Case.of(CaptureBenchmark.class));
        turns.take(WarmUp.arguments(options.turns().warmup() * options.turns().seconds()));
        new CaptureReport(options, turns).write();
    }
}
