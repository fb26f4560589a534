package dev.leadkit.examples.cli;

import dev.leadkit.pipeline.HostGuards;
import dev.leadkit.pipeline.Refusal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The guards that a host will give to a pipeline: here they have a name and nothing behind it. */
final class HostGuardOptions {
    private static final Refusal ELSEWHERE = new Refusal("host-guard", "only the host can say", null);

    @Option(
            names = "--host-guards",
            paramLabel = "NAME",
            split = ",",
            description = "Names of guards that the host gives to its pipelines; without: none.")
    private Set<String> names = new LinkedHashSet<>();

    HostGuards read() {
        HostGuards guards = HostGuards.none();
        for (String name : names) {
            guards = guards.with(name, attempt -> Optional.of(ELSEWHERE));
        }
        return guards;
    }
}
