package dev.leadkit.examples.benchmarks.turns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of a run that only shows that it runs. */
public final class Smoke {
    private Smoke() {}

    /** @param own the options of one command, before those that all have */
    public static List<String> options(Path out, String... own) {
        List<String> options = new ArrayList<>(List.of(own));
        options.addAll(List.of("--forks", "0", "--rounds", "1", "--warmup", "0", "--iterations", "1"));
        options.addAll(List.of("--seconds", "0.01", "--out", out.toString()));
        return options;
    }
}
