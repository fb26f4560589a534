package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.turns.TurnOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is measured and how.
 *
 * @param out the file for the table
 */
public record ScoringOptions(TurnOptions turns, Path out) {
    public static final String USAGE = "scoring [--out FILE] " + TurnOptions.USAGE;

    /** @throws IllegalArgumentException if an option is unknown or has no value */
    public static ScoringOptions parse(List<String> arguments) {
        Map<String, String> given = TurnOptions.values(arguments, "out");
        return new ScoringOptions(TurnOptions.of(given), Path.of(given.getOrDefault("out", "docs/scoring.md")));
    }

    /** As it was asked for, for the report. */
    String command() {
        return "scoring " + turns.command();
    }
}
