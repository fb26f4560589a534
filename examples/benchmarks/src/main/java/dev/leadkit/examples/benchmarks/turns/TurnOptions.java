package dev.leadkit.examples.benchmarks.turns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How often contenders have their turns, and for how long.
 *
 * @param only which benchmarks, by name
 * @param contenders which contenders beside the limit, by name
 * @param rounds how often each contender of a benchmark has its turn
 * @param forks 1 for a process of its own in each turn, 0 for none, which only suits a look
 * @param warmup iterations of {@code seconds} that do not count, in each turn
 * @param iterations those that count
 */
public record TurnOptions(
        Pattern only, Pattern contenders, int rounds, int forks, int warmup, int iterations, double seconds) {

    public static final String USAGE =
            "[--only REGEX] [--contenders REGEX] [--rounds N] [--forks 0|1] [--warmup N] [--iterations N] [--seconds N]";

    private static final Set<String> NAMES =
            Set.of("only", "contenders", "rounds", "forks", "warmup", "iterations", "seconds");

    /**
     * The values of options by their names.
     *
     * @param others names of a command's own options
     * @throws IllegalArgumentException if an option is unknown or has no value
     */
    public static Map<String, String> values(List<String> arguments, String... others) {
        Set<String> known = new TreeSet<>(NAMES);
        known.addAll(List.of(others));
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (!known.contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("unknown or without a value: " + arguments.get(i));
            }
            given.put(name, arguments.get(i + 1));
        }
        return given;
    }

    public static TurnOptions of(Map<String, String> given) {
        return new TurnOptions(
                Pattern.compile(given.getOrDefault("only", ".")),
                Pattern.compile(given.getOrDefault("contenders", ".")),
                Integer.parseInt(given.getOrDefault("rounds", "5")),
                Integer.parseInt(given.getOrDefault("forks", "1")),
                Integer.parseInt(given.getOrDefault("warmup", "3")),
                Integer.parseInt(given.getOrDefault("iterations", "3")),
                Double.parseDouble(given.getOrDefault("seconds", "1")));
    }

    boolean take(Case each) {
        return only.matcher(each.operation()).find()
                && (each.contender().equals(Case.LIMIT)
                        || contenders.matcher(each.contender()).find());
    }

    /** As they were asked for, for a report. */
    public String command() {
        return "--rounds %d --forks %d --warmup %d --iterations %d --seconds %s%s%s"
                .formatted(
                        rounds,
                        forks,
                        warmup,
                        iterations,
                        seconds,
                        only.pattern().equals(".") ? "" : " --only '" + only.pattern() + "'",
                        contenders.pattern().equals(".") ? "" : " --contenders '" + contenders.pattern() + "'");
    }
}
