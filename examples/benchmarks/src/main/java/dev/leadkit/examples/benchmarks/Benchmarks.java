package dev.leadkit.examples.benchmarks;

import dev.leadkit.examples.benchmarks.capture.CaptureOptions;
import dev.leadkit.examples.benchmarks.capture.CaptureRun;
import dev.leadkit.examples.benchmarks.decider.DeciderOptions;
import dev.leadkit.examples.benchmarks.decider.DeciderRun;
import dev.leadkit.examples.benchmarks.scoring.ScoringOptions;
import dev.leadkit.examples.benchmarks.scoring.ScoringRun;
import dev.leadkit.examples.benchmarks.storage.StorageOptions;
import dev.leadkit.examples.benchmarks.storage.StorageRun;
import java.util.Arrays;
import java.util.List;

/** {@code java -jar benchmarks.jar storage [--leads 1000000] …} or {@code … capture …} or {@code … deciders …} or {@code … scoring …}, see the README. */
public final class Benchmarks {
    private Benchmarks() {}

    /** A command with its options, ready to run. */
    private interface Command {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Command command;
        try {
            command = parse(Arrays.asList(args));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println("usage: benchmarks " + StorageOptions.USAGE);
            System.err.println("       benchmarks " + CaptureOptions.USAGE);
            System.err.println("       benchmarks " + DeciderOptions.USAGE);
            System.err.println("       benchmarks " + ScoringOptions.USAGE);
            System.exit(2);
            return;
        }
        command.run();
        // Pools and servers have threads of their own.
        System.exit(0);
    }

    private static Command parse(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> options = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        switch (name) {
            case "storage" -> {
                StorageOptions storage = StorageOptions.parse(options);
                return () -> StorageRun.run(storage);
            }
            case "capture" -> {
                CaptureOptions capture = CaptureOptions.parse(options);
                return () -> CaptureRun.run(capture);
            }
            case "deciders" -> {
                DeciderOptions deciders = DeciderOptions.parse(options);
                return () -> DeciderRun.run(deciders);
            }
            case "scoring" -> {
                ScoringOptions scoring = ScoringOptions.parse(options);
                return () -> ScoringRun.run(scoring);
            }
            default ->
                throw new IllegalArgumentException(
                        "expected storage, capture, deciders or scoring, found \"" + name + '"');
        }
    }
}
