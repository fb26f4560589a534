package dev.leadkit.examples.cli;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.pipeline.Pipeline;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leadkit diagram}: draws a pipeline as text. */
@Command(name = "diagram", description = "Draws a pipeline, for Mermaid or Graphviz.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DiagramCommand implements Callable<Integer> {
    /** What the diagram is written for. */
    enum Format {
        MERMAID,
        DOT
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline's definition.")
    private Path file;

    @Mixin
    private HostGuardOptions hostGuards;

    @Option(names = "--format", defaultValue = "mermaid", description = "mermaid (the usual) or dot.")
    private Format format;

    @Override
    public Integer call() {
        try {
            Pipeline pipeline = Pipeline.read(file, hostGuards.read());
            PrintWriter out = spec.commandLine().getOut();
            out.print(format == Format.DOT ? pipeline.toDot() : pipeline.toMermaid());
            out.flush();
            return 0;
        } catch (InvalidDefinitionException invalid) {
            ProblemLines.print(spec.commandLine().getErr(), file, invalid);
            return LeadKitCli.PROBLEMS;
        }
    }
}
