package dev.leadkit.examples.benchmarks.decider;

import dev.leadkit.examples.benchmarks.turns.TurnOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is measured and how.
 *
 * @param out the file for the table
 */
public record DeciderOptions(TurnOptions turns, Path out) {
    public static final String USAGE = "deciders [--out FILE] " + TurnOptions.USAGE;

    /** @throws IllegalArgumentException if an option is unknown or has no value */
    public static DeciderOptions parse(List<String> arguments) {
        Map<String, String> given = TurnOptions.values(arguments, "out");
        return new DeciderOptions(TurnOptions.of(given), Path.of(given.getOrDefault("out", "docs/deciders.md")));
    }

    /** As it was asked for, for the report. */
    String command() {
        return "deciders " + turns.command();
    }
}
